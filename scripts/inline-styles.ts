import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * A page's style sheets in the page itself: Chrome hands every style sheet of an extension through its translation of
 * `__MSG_…__`, for which it first reads all the messages from the disk. That held the popup's first paint up by half.
 */

const LINK = /[ \t]*<link rel="stylesheet"[^>]*? href="\/([^"]+)"[^>]*>\n?/g;
const MODULE = /[ \t]*<script type="module"[^>]*? src="\/([^"]+)"[^>]*><\/script>\n?/g;
const STYLE = /<style>(.*?)<\/style>/gs;

/**
 * Puts the style sheets of one page into it, and leaves out those that no other page names. The page's script must be
 * a file of its own, not a module of the bundle. `page` is the end of its path.
 */
export function inlineStyles(page: string): Plugin {
  return {
    name: 'gatehouse:inline-styles',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      for (const html of files) {
        if (html.type !== 'asset' || !html.fileName.endsWith(page)) continue;
        const inlined: string[] = [];
        const css = [...String(html.source).matchAll(LINK)].map(([, name = '']) => {
          const sheet = bundle[name];
          if (sheet?.type !== 'asset') throw new Error(`${page} asks for ${name}, which was not built.`);
          inlined.push(name);
          return String(sheet.source).trim();
        });
        // What is left of the modules of a page without one: they only name each other.
        for (const [, name = ''] of String(html.source).matchAll(MODULE)) {
          const chunk = bundle[name];
          if (chunk?.type !== 'chunk' || chunk.code.length > 200)
            throw new Error(`${page} has a module: ${name}`);
        }
        const rest = String(html.source).replaceAll(LINK, '').replaceAll(MODULE, '');
        // Last in the head, where the links stood; a function, since a style sheet may hold what a replacement reads.
        html.source = rest.replace('</head>', () => `<style>${css.join('\n')}</style>\n  </head>`);
        const others = files.filter((one) => one.type === 'asset' && one.fileName.endsWith('.html'));
        for (const name of inlined) {
          if (!others.some((one) => one.type === 'asset' && String(one.source).includes(name)))
            delete bundle[name];
        }
      }
    },
  };
}

/** What a policy's `style-src` needs to let the style sheets of this page in, and no others. */
export function hashesOfStyles(html: string): string[] {
  return [...html.matchAll(STYLE)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
}
