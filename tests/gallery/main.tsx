import { render } from 'preact';
import activityCss from '../../components/activity.css?inline';
import answerCss from '../../components/answer.css?inline';
import baseCss from '../../components/base.css?inline';
import panelCss from '../../components/import-panel.css?inline';
import onPageCss from '../../components/on-page.css?inline';
import optionsCss from '../../components/options.css?inline';
import ownPageCss from '../../components/own-page.css?inline';
import toolsCss from '../../components/page-tools.css?inline';
import popupCss from '../../components/popup.css?inline';
import postureCss from '../../components/posture.css?inline';
import registerCss from '../../components/register.css?inline';
import registerFormCss from '../../components/register-form.css?inline';
import teachCss from '../../components/teach.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { activityStates } from './activity-states.tsx';
import { onPageStates } from './on-page-states.tsx';
import { optionsStates } from './options-states.tsx';
import { panelStates } from './panel-states.tsx';
import { popupStates } from './popup-states.tsx';
import { postureStates } from './posture-states.tsx';
import { registerStates } from './register-states.tsx';
import type { GalleryState } from './state.ts';
import { toolsStates } from './tools-states.tsx';

/** All states, each shown as it will stand in the product when `gallery.show` is called with its name (see stage.ts). */
const states: GalleryState[] = [
  ...onPageStates,
  ...panelStates,
  ...toolsStates,
  ...popupStates,
  ...postureStates,
  ...registerStates,
  ...activityStates,
  ...optionsStates,
];
const stage = document.getElementById('stage') as HTMLElement;

const css: Record<GalleryState['place'], string> = {
  'on-page': onPageCss + teachCss,
  panel: tokensCss + baseCss + panelCss,
  tools: tokensCss + baseCss + answerCss + registerFormCss + toolsCss,
  popup: tokensCss + baseCss + answerCss + popupCss,
  options: tokensCss + baseCss + optionsCss,
  posture: tokensCss + baseCss + ownPageCss + postureCss,
  register: tokensCss + baseCss + ownPageCss + registerFormCss + registerCss,
  activity: tokensCss + baseCss + ownPageCss + activityCss,
};

/** What a console page brings along: its scheme, and an input for the verdict to stand below. */
const HOST_CSS = `:root { color-scheme: light dark; } body { margin: 0; background: light-dark(#fff, #1f1f21); }
  #stage.padded { padding: 24px; max-width: 480px; }`;
const INPUT_CSS = `.gallery-input { padding: 5px 8px; border: 1px solid #8c8f97; border-radius: 4px; overflow: hidden; white-space: nowrap; }`;

function style(text: string): HTMLStyleElement {
  const element = document.createElement('style');
  element.textContent = text;
  return element;
}

/** What takes the state that is shown away again. */
let clear = () => undefined as unknown;

function show(name: string): void {
  const state = states.find((one) => one.name === name);
  if (!state) throw new Error(`There is no state "${name}".`);
  clear();
  const onConsole = ['on-page', 'panel', 'tools'].includes(state.place);
  const sheet = style(onConsole ? HOST_CSS : css[state.place]);
  document.head.append(sheet);
  stage.className = state.place === 'on-page' || state.place === 'tools' ? 'padded' : '';
  const host = document.createElement('div');
  stage.append(host);
  let mountPoint: HTMLElement = host;
  if (onConsole) {
    host.dataset.gateTheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const root = host.attachShadow({ mode: 'open' });
    mountPoint = document.createElement('div');
    root.append(style(css[state.place] + INPUT_CSS), mountPoint);
  }
  render(state.view(), mountPoint);
  clear = () => {
    render(null, mountPoint);
    host.remove();
    sheet.remove();
  };
}

const names = states.map(({ name, place, press = [] }) => ({ name, place, press }));
const gallery = { names, show };
export type Gallery = typeof gallery;
Object.assign(window, { gallery });
