import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STORED_KINDS } from '../../../lib/store/registry.ts';

const { NOTICES, noticesText } = await import('../../../scripts/notices.mjs');
const { PRIVACY, privacyText } = await import('../../../scripts/privacy.mjs');
const { zipOf } = await import('../../../scripts/zip.mjs');

test('the privacy statement is made from the registry of what is stored: npm run privacy', () => {
  expect(readFileSync(PRIVACY, 'utf8')).toBe(privacyText());
  for (const { what, howLong } of STORED_KINDS) {
    expect(privacyText()).toContain(what);
    expect(privacyText()).toContain(howLong);
  }
});

test('the notices name everything that the bundles carry: npm run notices', () => {
  expect(readFileSync(NOTICES, 'utf8')).toBe(noticesText());
  for (const name of ['preact', 'valibot', 'idb', 'tldts', 'Public Suffix List'])
    expect(noticesText()).toContain(name);
});

test.each(['tools', 'vendors'])('the catalogue of %s is made from its table: npm run generate', (name) => {
  const printed = spawnSync(process.execPath, [`scripts/generate-${name}.mjs`, '--print'], {
    encoding: 'utf8',
  });
  expect(printed.stdout).not.toBe('');
  expect(readFileSync(`lib/catalogue/${name}.ts`, 'utf8')).toBe(printed.stdout);
});

/** The files of a zip, by its central directory. */
function unzip(zip: Buffer): Map<string, string> {
  const end = zip.length - 22;
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const name = zip.toString('ascii', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26);
    files.set(name, inflateRawSync(zip.subarray(data, data + zip.readUInt32LE(at + 20))).toString('base64'));
    at += 46 + name.length;
  }
  return files;
}

test('a package holds every file as it is, whatever order they come in', () => {
  const name = fc.stringMatching(/^[a-z0-9_./-]{1,30}$/);
  const files = fc.uniqueArray(fc.record({ name, bytes: fc.uint8Array() }), {
    selector: (file) => file.name,
  });
  fc.assert(
    fc.property(files, (given) => {
      const zip = zipOf(given);
      const expected = given.map((file) => [file.name, Buffer.from(file.bytes).toString('base64')]);
      expect(Object.fromEntries(unzip(zip))).toEqual(Object.fromEntries(expected));
      expect(zipOf(given.toReversed()).equals(zip)).toBe(true);
    }),
  );
});
