/** A policy for one extension in the place where Debian's Chromium looks for it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../scripts/find-browser.mjs';

const FOLDER = '/etc/chromium/policies/managed';

/** Only Chromium of the system reads this folder, and only root may write there. */
export const canSetPolicy =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  findChromium() === '/usr/bin/chromium';

/** The id that Chromium gives to an unpacked extension: the first 128 bits of its path's hash, written in a to p. */
function unpackedId(folder: string): string {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

export interface ManagedPolicy {
  set(policy: Record<string, unknown>): void;
  remove(): void;
}

/** Policies of other extensions are left alone: the file is named after this one. */
export function managedPolicyFor(extensionDir: string): ManagedPolicy {
  const id = unpackedId(extensionDir);
  const file = join(FOLDER, `gatehouse-test-${id}.json`);

  const remove = () => {
    rmSync(file, { force: true });
  };
  process.once('exit', remove);
  return {
    set(policy) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
    },
    remove() {
      process.off('exit', remove);
      remove();
    },
  };
}
