// Where a browser for the end-to-end tests and for `npm start` may be. Node built-ins only: it runs before anything
// else is installed.
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const windows = process.platform === 'win32';

/** @param {string | undefined} path */
function runnable(path) {
  if (!path) return false;
  try {
    accessSync(path, windows ? constants.F_OK : constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {readonly string[]} names */
function onPath(names) {
  for (const name of names) {
    for (const directory of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(directory, windows ? `${name}.exe` : name);
      if (directory && runnable(path)) return path;
    }
  }
  return undefined;
}

function wellKnown() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ];
  }
  if (windows) {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return roots
      .filter(Boolean)
      .map((root) => join(root ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'));
  }
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
  ];
}

const CHROMIUM = ['chrome', 'chrome.exe', 'Google Chrome for Testing', 'chromium'];

/** The directory where `@puppeteer/browsers` keeps what it installs. */
export function browserCache() {
  return process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
}

/** @param {readonly string[]} kinds folders of the cache @param {readonly string[]} programs */
function inCache(kinds, programs) {
  const names = new Set(programs);
  /** @type {string[]} */
  const found = [];
  /** @param {string} directory @param {number} depth */
  const look = (directory, depth) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory() && depth > 0) look(path, depth - 1);
      else if (entry.isFile() && names.has(entry.name) && runnable(path)) found.push(path);
    }
  };
  for (const kind of kinds) {
    const directory = join(browserCache(), kind);
    if (existsSync(directory)) look(directory, 6);
  }
  // Version directories sort well enough for the newest to come last.
  return found.sort().at(-1);
}

/**
 * A Chromium or Chrome that can be started: from `CHROME_PATH` or `PUPPETEER_EXECUTABLE_PATH`, the system's, or one
 * that `@puppeteer/browsers` installed. A path in those variables that can't be run is an error, not passed over.
 * @returns {string | undefined}
 */
export function findChromium() {
  for (const name of ['CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH']) {
    const path = process.env[name];
    if (!path) continue;
    if (runnable(path)) return path;
    throw new Error(
      `${name} is "${path}", which is not a program that can be started. Correct it or unset it.`,
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  return onPath(names) ?? wellKnown().find(runnable) ?? inCache(['chrome', 'chromium'], CHROMIUM);
}

/**
 * A Firefox that can be started: from `FIREFOX_PATH`, the system's, or one that `@puppeteer/browsers` installed. A path in
 * that variable that can't be run is an error, not passed over.
 * @returns {string | undefined}
 */
export function findFirefox() {
  const path = process.env.FIREFOX_PATH;
  if (path) {
    if (runnable(path)) return path;
    throw new Error(
      `FIREFOX_PATH is "${path}", which is not a program that can be started. Correct it or unset it.`,
    );
  }
  return (
    onPath(['firefox-esr', 'firefox']) ??
    ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(runnable) ??
    inCache(['firefox'], ['firefox', 'firefox.exe'])
  );
}
