// Makes sure of what `npm start` and `npm test` need: the dependencies and a browser, for the tests (`--firefox`) a second
// one. Says what it did, or what is missing and what to do. Node built-ins only, and fit for Node 20: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserCache, findChromium, findFirefox } from './find-browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** Runs a program with its output shown; true when it ended well. @param {string} program @param {string[]} args */
function run(program, args, env = process.env) {
  console.log(`> ${program} ${args.join(' ')}`);
  // On Windows `npm` is a script, which only a shell runs; a path with spaces would fall apart there.
  const shell = windows && program === 'npm';
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env, shell });
  return status === 0;
}

/** @param {string} path */
const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function ensureDependencies() {
  const installed = changedAt(join(root, 'node_modules', '.package-lock.json'));
  if (installed > 0 && installed >= changedAt(join(root, 'package-lock.json'))) return;
  console.log(
    installed === 0
      ? 'The dependencies are not installed yet: installing them.'
      : 'package-lock.json is newer than what is installed: installing again.',
  );
  // npm names itself to the scripts that it runs; without that the `npm` of the PATH has to do.
  const npm = process.env.npm_execpath;
  const fine = npm?.endsWith('.js') ? run(process.execPath, [npm, 'ci']) : run('npm', ['ci']);
  if (!fine)
    giveUp('The dependencies could not be installed: see npm’s message above. Is the registry within reach?');
}

/**
 * As root on Debian and its kin the system's own package is quickest and brings its libraries with it.
 * @param {string[]} packages
 */
function installFromDebian(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['update', '-qq'], env) && run('apt-get', ['install', '-y', '-qq', ...packages], env);
}

/** @param {string} browser */
function installForPuppeteer(browser) {
  const cli = join(root, 'node_modules', '@puppeteer', 'browsers', 'lib', 'main-cli.js');
  return existsSync(cli) && run(process.execPath, [cli, 'install', browser, '--path', browserCache()]);
}

const KNOWN = {
  chromium: {
    find: findChromium,
    name: 'Chromium or Chrome',
    own: 'chrome@stable',
    debian: 'chromium',
    variable: 'CHROME_PATH',
  },
  firefox: {
    find: findFirefox,
    name: 'Firefox',
    own: 'firefox@stable',
    debian: 'firefox-esr',
    variable: 'FIREFOX_PATH',
  },
};

/** @param {('chromium' | 'firefox')[]} wanted @returns {string[]} where they are */
function ensureBrowsers(wanted) {
  const missing = () => wanted.map((name) => KNOWN[name]).filter(({ find }) => !find());
  if (missing().length > 0) {
    const names = missing().map(({ name }) => name);
    console.log(`Not found: ${names.join(', ')}. Installing what is missing.`);
    // One call for all of them: the lists of packages are fetched once.
    installFromDebian(missing().map(({ debian }) => debian));
    for (const { own } of missing()) installForPuppeteer(own);
  }
  for (const { name, debian, variable } of missing()) {
    giveUp(
      `${name} is missing and could not be installed. Install it yourself (on Debian or Ubuntu: ` +
        `sudo apt-get install ${debian}), or set ${variable} to its program, and run this again.`,
    );
  }
  return wanted.map((name) => KNOWN[name].find() ?? '');
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  giveUp(`Node ${process.versions.node} is too old: please use Node 20 or newer.`);
}
try {
  ensureDependencies();
  const browsers = ensureBrowsers(
    process.argv.includes('--firefox') ? ['chromium', 'firefox'] : ['chromium'],
  );
  console.log(`Dependencies are installed; to run with: ${browsers.join(', ')}.`);
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
