// Makes sure of what `npm start` and `npm test` need: the dependencies and a browser. Says what it did, or what is
// missing and what to do. Node built-ins only, and fit for Node 20: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserCache, findChromium } from './find-browser.mjs';

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
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env, shell: windows });
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

/** As root on Debian and its kin the system's own package is quickest and brings its libraries with it. */
function installFromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['update', '-qq'], env) && run('apt-get', ['install', '-y', '-qq', 'chromium'], env);
}

function installForPuppeteer() {
  const cli = join(root, 'node_modules', '@puppeteer', 'browsers', 'lib', 'main-cli.js');
  return (
    existsSync(cli) && run(process.execPath, [cli, 'install', 'chrome@stable', '--path', browserCache()])
  );
}

function ensureBrowser() {
  let browser = findChromium();
  if (!browser) {
    console.log('No Chromium or Chrome was found: installing one.');
    if (installFromDebian()) browser = findChromium();
    if (!browser && installForPuppeteer()) browser = findChromium();
  }
  if (!browser) {
    giveUp(
      'A browser is missing and could not be installed. Install Chromium or Chrome yourself (on Debian or Ubuntu: ' +
        'sudo apt-get install chromium), or set CHROME_PATH to the program of one, and run this again.',
    );
  }
  return browser;
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  giveUp(`Node ${process.versions.node} is too old: please use Node 20 or newer.`);
}
try {
  ensureDependencies();
  console.log(`Dependencies are installed; the browser is ${ensureBrowser()}.`);
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error));
}
