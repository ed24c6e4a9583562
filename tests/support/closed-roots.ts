/** Elements in closed shadow roots (the production build), which only the browser's debugger can see. */
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { waitFor } from './wait.ts';

export interface ClosedElement {
  backendNodeId: number;
  attributes: Record<string, string>;
}

function attributesOf(node: Protocol.DOM.Node): Record<string, string> {
  const list = node.attributes ?? [];
  const attributes: Record<string, string> = {};
  for (let index = 0; index + 1 < list.length; index += 2)
    attributes[list[index] ?? ''] = list[index + 1] ?? '';
  return attributes;
}

function collect(node: Protocol.DOM.Node, testId: string, into: ClosedElement[]): void {
  const attributes = attributesOf(node);
  if (attributes['data-testid'] === testId) into.push({ backendNodeId: node.backendNodeId, attributes });
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) collect(child, testId, into);
}

async function inSession<T>(page: Page, use: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.createCDPSession();
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}

/** Every element with the test id, through closed roots, in the order of the document. */
export function findClosed(page: Page, testId: string): Promise<ClosedElement[]> {
  return inSession(page, async (session) => {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const found: ClosedElement[] = [];
    collect(root, testId, found);
    return found;
  });
}

export function waitForClosed(page: Page, testId: string, timeout?: number): Promise<ClosedElement> {
  return waitFor(async () => (await findClosed(page, testId))[0], {
    what: `${testId} in a closed root`,
    ...(timeout === undefined ? {} : { timeout }),
  });
}

/** Clicks the middle of the element with the mouse. */
export async function clickClosed(page: Page, testId: string): Promise<void> {
  const { backendNodeId } = await waitForClosed(page, testId);
  const quad = await inSession(page, async (session) => {
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    return (await session.send('DOM.getContentQuads', { backendNodeId })).quads[0];
  });
  if (!quad) throw new Error(`${testId} has no box to click.`);
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quad;
  await page.mouse.click((x1 + x3) / 2, (y1 + y3) / 2);
}

/** Chooses files in an `<input type=file>` in a closed root. */
export async function uploadClosed(page: Page, testId: string, ...files: string[]): Promise<void> {
  const { backendNodeId } = await waitForClosed(page, testId);
  await inSession(page, (session) => session.send('DOM.setFileInputFiles', { backendNodeId, files }));
}
