import appSwitcher from '@atlaskit/icon/core/app-switcher';
import apps from '@atlaskit/icon/core/apps';
import chevronDown from '@atlaskit/icon/core/chevron-down';
import chevronRight from '@atlaskit/icon/core/chevron-right';
import deleteIcon from '@atlaskit/icon/core/delete';
import home from '@atlaskit/icon/core/home';
import peopleGroup from '@atlaskit/icon/core/people-group';
import questionCircle from '@atlaskit/icon/core/question-circle';
import rovoChat from '@atlaskit/icon/core/rovo-chat';
import search from '@atlaskit/icon/core/search';
import settings from '@atlaskit/icon/core/settings';
import theme from '@atlaskit/icon/core/theme';

type Icon = typeof home;

/** The icons are CommonJS: imported from an ES module they arrive as `{ default: component }`. */
const unwrap = (icon: Icon): Icon =>
  'default' in icon ? (icon as unknown as { default: Icon }).default : icon;

export const AppSwitcherIcon = unwrap(appSwitcher);
export const AppsIcon = unwrap(apps);
export const ChevronDownIcon = unwrap(chevronDown);
export const ChevronRightIcon = unwrap(chevronRight);
export const DeleteIcon = unwrap(deleteIcon);
export const HomeIcon = unwrap(home);
export const PeopleIcon = unwrap(peopleGroup);
export const QuestionIcon = unwrap(questionCircle);
export const RovoIcon = unwrap(rovoChat);
export const SearchIcon = unwrap(search);
export const SettingsIcon = unwrap(settings);
export const ThemeIcon = unwrap(theme);
