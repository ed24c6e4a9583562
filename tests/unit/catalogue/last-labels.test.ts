import { expect, it } from 'vitest';
import { lastLabels } from '../../../lib/catalogue/last-labels.ts';

it.each([
  ['app.example.co.uk', 1, 'uk'],
  ['app.example.co.uk', 2, 'co.uk'],
  ['example.com', 2, 'example.com'],
  ['example.com', 8, 'example.com'],
  ['localhost', 2, 'localhost'],
  ['', 2, ''],
  ['.example.com', 2, 'example.com'],
])('of %j the last %d: %j', (host, count, labels) => expect(lastLabels(host, count)).toBe(labels));
