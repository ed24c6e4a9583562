// Takes the README's pictures from the demo's: npm run pictures
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const to = join(root, 'docs', 'pictures');
const pictures = {
  '1-page-light.png': 'page-light.png',
  '2-review-light.png': 'review-light.png',
  '2-review-dark.png': 'review-dark.png',
  '4-popup-light.png': 'popup-light.png',
};

mkdirSync(to, { recursive: true });
for (const [from, name] of Object.entries(pictures))
  copyFileSync(join(root, '.output', 'demo', from), join(to, name));
