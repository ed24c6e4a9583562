// `npm run redact`: copies of saved pages that tell how they are built and not whose they are. See real-pages/README.md.
import { writeFile } from 'node:fs/promises';
import { sameRecognition } from './same-recognition.ts';
import { launchOffline, openSaved, readPages, redactedPath } from './saved-page.ts';

const pages = await readPages(process.argv.slice(2));
if (pages.length === 0) console.log('No saved page in real-pages/: see its README.md.');
const browser = await launchOffline();
try {
  for (const { path, html, folder } of pages) {
    const page = await openSaved(browser, html, folder);
    const before = await page.evaluate(() => savedPage.reportOnPage());
    const redacted = await page.evaluate(() => savedPage.redactPage());
    await page.close();
    const copy = await openSaved(browser, redacted, folder);
    const after = await copy.evaluate(() => savedPage.reportOnPage());
    await copy.close();
    await writeFile(redactedPath(path), redacted);
    console.log(`${path} -> ${redactedPath(path)}: read it before you send it to anybody.`);
    const differences = sameRecognition(before, after);
    if (differences.length > 0)
      console.log(`  Not recognised as the page is: ${differences.join(', ')}. Say so with it.`);
  }
} finally {
  await browser.close();
}
