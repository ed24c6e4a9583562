// Draws the toolbar icons from docs/icon.svg with the browser that the tests use: node scripts/make-icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findChromium } from './find-browser.mjs';

const root = join(import.meta.dirname, '..');
const svg = readFileSync(join(root, 'docs', 'icon.svg'), 'utf8');
const browser = await puppeteer.launch({
  executablePath: findChromium() ?? '',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 128]) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    writeFileSync(
      join(root, 'public', 'icon', `${size}.png`),
      await page.screenshot({ omitBackground: true }),
    );
  }
} finally {
  await browser.close();
}
