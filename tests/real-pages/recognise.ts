// `npm run recognise`: what Gatehouse finds on saved pages of a real console. See real-pages/README.md.
import { inWords } from './in-words.ts';
import { launchOffline, openSaved, readPages } from './saved-page.ts';

const args = process.argv.slice(2);
const pages = await readPages(args.filter((arg) => arg !== '--entries'));
if (pages.length === 0) console.log('No saved page in real-pages/: see its README.md.');
const browser = await launchOffline();
try {
  for (const { path, html, folder } of pages) {
    const page = await openSaved(browser, html, folder);
    console.log(path);
    console.log(
      inWords(await page.evaluate(() => savedPage.reportOnPage()), args.includes('--entries')).join('\n'),
    );
    await page.close();
  }
} finally {
  await browser.close();
}
