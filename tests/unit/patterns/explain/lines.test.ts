import { describe, expect, test } from 'vitest';
import { joinWrapped } from '../../../../lib/patterns/explain/lines.ts';

const WIDE = 'Blocked: https://app.example.com/api/plugins/connector/call'.padEnd(60, '-').slice(0, 59);

describe('an address over several lines is joined', () => {
  test.each([
    ['in its host', 'https://dev.exam\nple.com/cb', 'https://dev.example.com/cb'],
    ['in front of its path', 'https://app.example.com\nx/cb', 'https://app.example.comx/cb'],
    ['behind a slash', 'https://app.example.com/\noauth/cb', 'https://app.example.com/oauth/cb'],
    ['behind a slash, one word', 'https://app.example.com/\ncallback', 'https://app.example.com/callback'],
    [
      'in front of a slash',
      'from https://app.example.com/oauth\n/cb',
      'from https://app.example.com/oauth/cb',
    ],
    ['behind a hyphen', 'https://app.example.com/call-\nback', 'https://app.example.com/call-back'],
    ['behind an underscore', 'https://app.example.com/call_\nback', 'https://app.example.com/call_back'],
    ['behind a percent sign', 'https://app.example.com/a%\n20b', 'https://app.example.com/a%20b'],
    ['behind a question mark', 'https://app.example.com/cb?\na=1', 'https://app.example.com/cb?a=1'],
    ['in front of a question mark', 'https://app.example.com/cb\n?a=1', 'https://app.example.com/cb?a=1'],
    ['in front of an ampersand', 'https://app.example.com/cb?a\n&b', 'https://app.example.com/cb?a&b'],
    ['where it is encoded', 'https%3A%2F%2Fapp.example\n.com%2Fcb', 'https%3A%2F%2Fapp.example.com%2Fcb'],
    ['with Windows line ends', 'https://app.example.com/\r\ncb', 'https://app.example.com/cb'],
    ['with old line ends', 'https://app.example.com/\rcb', 'https://app.example.com/cb'],
    ['with white space behind it', 'https://app.example.com/\ncb \t', 'https://app.example.com/cb \t'],
    ['indented', 'https://app.example.com/\n\t  cb', 'https://app.example.com/cb'],
    ['in a quoted mail', '> > https://app.example.com/\n> > cb', '> > https://app.example.com/cb'],
    [
      'with a capital behind a slash',
      'https://app.example.com/\nOauth/cb',
      'https://app.example.com/Oauth/cb',
    ],
    ['over three lines', 'https://app.example.com/\na/\nb', 'https://app.example.com/a/b'],
    ['with a full stop', 'https://app.example.com/\ncb.', 'https://app.example.com/cb.'],
    ['with the end of a quote', 'https://app.example.com/\ncb>".', 'https://app.example.com/cb>".'],
    ['at the width', `${WIDE}b\nack`, `${WIDE}back`],
    ['at the width, with a digit', `${WIDE}b\n2`, `${WIDE}b2`],
    ['at the width, in an address of numbers', `${WIDE}b\n0.0.1:3118/cb`, `${WIDE}b0.0.1:3118/cb`],
    ['inside an escape', 'https://app.example.com/cb?a=%2\nFb', 'https://app.example.com/cb?a=%2Fb'],
    ['in front of an escape', 'https://app.example.com/cb?a\n%2Fb', 'https://app.example.com/cb?a%2Fb'],
  ])('%s: %j', (_, text, joined) => {
    expect(joinWrapped(text)).toBe(joined);
  });

  test('inside brackets, up to where they close', () => {
    expect(joinWrapped('<https://app.example.com/oa\nuth>|more')).toBe(
      '<https://app.example.com/oauth>|more',
    );
  });

  test.each(['<>', '""', '``', '()', "''", '“”'])('inside %s, whatever stands behind', ([opener, closer]) => {
    expect(joinWrapped(`go to ${opener}https://app.example.com/oa\nuth${closer} please`)).toBe(
      `go to ${opener}https://app.example.com/oauth${closer} please`,
    );
    expect(joinWrapped(`${opener}myapp+x.y-2://host/oa\nUTH\nx${closer}`)).toBe(
      `${opener}myapp+x.y-2://host/oaUTHx${closer}`,
    );
  });
});

describe('an authorize link', () => {
  const link =
    'https://mcp.atlassian.com/v1/authorize?response_type=code&client_id=abcdef&redirect_uri=https%3A%2F%2Fapp.example.com%2FOauth%2Fcb&state=Zz09&resource=https%3A%2F%2Fmcp.atlassian.com%2Fv1';
  const widths = Array.from({ length: link.length - 60 }, (_, i) => 60 + i);
  test.each(widths)('is joined, wrapped at %d characters', (width) => {
    const lines = link.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
    expect(joinWrapped(lines.join('\n'))).toBe(link);
  });
  test('is not joined to a parameter that stands on a line of its own', () => {
    const log = `${link}\nredirect_uri=https%3A%2F%2Ftool.example.com%2Fcb`;
    expect(joinWrapped(log)).toBe(log);
  });
});

describe('other line ends stay', () => {
  test.each([
    ['no address', 'nothing/\nhere/'],
    ['two lines of words', 'Blocked again\nplease\nhelp'],
    ['an address, then a word', 'https://app.example.com/cb\nplease'],
    ['an address, then a sentence', 'https://app.example.com/\nis refused'],
    ['an empty line between', 'https://app.example.com/\n\ncb'],
    ['the next line is an address too', 'https://app.example.com/\nhttps://tool.example.com/cb'],
    ['the same, encoded', 'https://app.example.com/\nhttps%3A%2F%2Ftool.example.com'],
    ['words behind the address', 'https://app.example.com/ was\nrefused/'],
    ['a line that ends in white space', 'https://app.example.com/ \ncb'],
    ['a sign-off behind a slash', 'https://app.example.com/\nThanks,'],
    ['a sign-off behind a host', 'https://app.example.com\nThanks.'],
    ['a name', 'https://app.example.com/\nBob'],
    ['a word behind a host', 'https://app.example.com\nplease'],
    ['a sign that no address holds', 'https://app.example.com/\n|cb'],
    ['the same at the end', 'https://app.example.com/\ncb|'],
    ['five closing signs', 'https://app.example.com/\ncb>>>>>'],
    ['below the width', `${WIDE}\nack`],
    ['a capital at the width', `${WIDE}b\nACK-x`],
    ['the mark of a signature', `${WIDE}b\n-- `],
    ['a ruler', `${WIDE}b\n-----`],
    ['a time', `${WIDE}b\n10:03`],
    ['a time and a letter', `${WIDE}b\n9:03am`],
    ['a date', `${WIDE}b\n2026-11-28`],
    ['a date with dots', `${WIDE}b\n28.11.2026`],
    ['dots', `${WIDE}b\n...`],
    ['words with a slash', 'https://app.example.com/cb\nand/or'],
    ['a bracket that was closed', '(https://app.example.com/cb)\nplease'],
    ['a bracket that was closed in front of it', '(see)https://app.example.com/cb\nplease'],
    ['a bracket further to the front', '(at https://app.example.com/cb\nplease'],
    ['white space inside a bracket', '<https://app.example.com/cb\nis refused> today'],
    ['a sign that no address holds in a bracket', '<https://app.example.com/cb\nis|refused> today'],
    ['an indented line of its own', 'Hello\n  > world'],
  ])('%s: %j', (_, text) => {
    expect(joinWrapped(text)).toBe(text);
  });

  test('every line end comes back as the same one', () => {
    expect(joinWrapped('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });

  test('forty lines go on at most', () => {
    const lines = ['https://app.example.com', ...Array.from({ length: 41 }, () => '/x')];
    expect(joinWrapped(lines.join('\n'))).toBe(`https://app.example.com${'/x'.repeat(40)}\n/x`);
    expect(joinWrapped(`${lines.join('\n')}\nhttps://app.example.com/\ncb`)).toMatch(
      /\nhttps:\/\/app\.example\.com\/cb$/,
    );
  });
});
