import { IconButton } from '@atlaskit/button/new';
import type { ComponentType, ReactNode } from 'react';
import { useConsole } from './console-context.tsx';
import {
  AppSwitcherIcon,
  AppsIcon,
  HomeIcon,
  PeopleIcon,
  QuestionIcon,
  RovoIcon,
  SettingsIcon,
  ThemeIcon,
} from './icons.ts';
import { followInside, pagePath, useLocationPath } from './router.ts';
import { style } from './styles.ts';
import { applyTheme } from './theme.ts';

interface NavItem {
  label: string;
  path: string;
  icon?: ComponentType<{ label: string }>;
}

function TopBar() {
  const { organization } = useConsole();
  const switchTheme = () => {
    const dark = document.documentElement.dataset.colorMode === 'dark';
    void applyTheme(dark ? 'light' : 'dark');
  };
  return (
    <header className={style('top')}>
      <IconButton icon={AppSwitcherIcon} label="Switch sites or apps" appearance="subtle" />
      <span className={style('brand')}>
        <span className={style('brand-mark')}>
          <SettingsIcon label="" />
        </span>
        Administration
      </span>
      <span className={style('organization')}>{organization}</span>
      <span className={style('spacer')} />
      <IconButton icon={QuestionIcon} label="Help" appearance="subtle" />
      <IconButton icon={ThemeIcon} label="Theme" appearance="subtle" onClick={switchTheme} />
    </header>
  );
}

function SideNav() {
  const { texts, variant, org } = useConsole();
  const path = pagePath(useLocationPath());
  const items: NavItem[] = [
    { label: texts.overview, path: 'overview', icon: HomeIcon },
    { label: texts.directory, path: 'users', icon: PeopleIcon },
    { label: texts.users, path: 'users' },
    { label: texts.domains, path: 'domains' },
    { label: texts.apps, path: 'connected-apps', icon: AppsIcon },
    { label: texts.connectedApps, path: 'connected-apps' },
    { label: texts.rovo, path: variant.pagePath, icon: RovoIcon },
    { label: texts.names[variant.name], path: variant.pagePath },
  ];
  return (
    <nav className={style('side')} aria-label="Administration">
      <ul>
        {items.map(({ label, path: target, icon: Icon }) => (
          <li key={`${label} ${target} ${Icon ? '' : 'child'}`}>
            <a
              className={style('nav-item', ...(Icon ? [] : ['nav-child']))}
              href={`/o/${org}/${target}`}
              onClick={followInside}
              aria-current={!Icon && path.startsWith(target) ? 'page' : undefined}
            >
              {Icon ? <Icon label="" /> : null}
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The console's frame: top bar, side navigation, content. */
export function Shell({ children }: { children: ReactNode }) {
  const { variant } = useConsole();
  const Content = variant.mainLandmark ? 'main' : 'div';
  return (
    <div className={style('frame')}>
      <TopBar />
      <SideNav />
      <Content className={style('content')}>{children}</Content>
    </div>
  );
}

/** Heading of a page with its way there. */
export function PageHeading({
  title,
  parent,
  children,
}: {
  title: string;
  parent: string;
  children?: ReactNode;
}) {
  const { organization, org } = useConsole();
  return (
    <>
      <ol className={style('crumbs')}>
        <li>
          <a href={`/o/${org}/overview`} onClick={followInside}>
            {organization}
          </a>
        </li>
        <li>/ {parent}</li>
      </ol>
      <div className={style('heading-row')}>
        <h1 className={style('title')}>{title}</h1>
        {children}
      </div>
    </>
  );
}
