/** The icons of the frame and the page, by what they stand for here. */
export { default as AppSwitcherIcon } from '@atlaskit/icon/core/app-switcher';
export { default as AppsIcon } from '@atlaskit/icon/core/apps';
export { default as ChevronDownIcon } from '@atlaskit/icon/core/chevron-down';
export { default as ChevronRightIcon } from '@atlaskit/icon/core/chevron-right';
export { default as DeleteIcon } from '@atlaskit/icon/core/delete';
export { default as HomeIcon } from '@atlaskit/icon/core/home';
export { default as PeopleIcon } from '@atlaskit/icon/core/people-group';
export { default as QuestionIcon } from '@atlaskit/icon/core/question-circle';
export { default as RovoIcon } from '@atlaskit/icon/core/rovo-chat';
export { default as SearchIcon } from '@atlaskit/icon/core/search';
export { default as SettingsIcon } from '@atlaskit/icon/core/settings';
export { default as ErrorIcon } from '@atlaskit/icon/core/status-error';
export { default as SuccessIcon } from '@atlaskit/icon/core/status-success';
export { default as ThemeIcon } from '@atlaskit/icon/core/theme';
