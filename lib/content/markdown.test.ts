import { expect, test } from 'vitest';
import { highlight, renderInline, renderMarkdown } from './markdown.ts';

test.each([
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[x](javascript:alert(1))', '<a href="data:text/html,x">x</a>', '<svg onload=alert(1)>',
  '<iframe src="https://example.org"></iframe>', '![x](https://example.org/track.png)', '<p style="position:fixed">x</p>', '$\\href{javascript:alert(1)}{x}$',
])('%s carries nothing that runs, loads or covers the page', async (text) => {
  const html = await renderMarkdown(text).catch(() => '');
  const live = html.replace(/<annotation[\s\S]*?<\/annotation>/g, '');
  expect(live).not.toMatch(/<script|onerror=|onload=|href="(javascript|data):|<iframe|<img|position:fixed/i);
});

test('a macro bomb ends with an error instead of running away', async () => {
  const bomb = '$\\def\\a{\\b\\b\\b\\b\\b\\b\\b\\b\\b\\b}\\def\\b{\\c\\c\\c\\c\\c\\c\\c\\c\\c\\c}\\def\\c{\\d\\d\\d\\d\\d\\d\\d\\d\\d\\d}\\def\\d{x}\\a$';
  const html = await renderMarkdown(bomb).catch((error: Error) => error.message);
  expect(html).toMatch(/katex-error|too many expansions/i);
});

test('maths, code and emphasis are rendered', async () => {
  const html = await renderMarkdown('**Kayıp** $\\frac{1}{2}$ ve `Dense(1)`\n\n```python\nx = 1\n```');
  expect(html).toContain('<strong>Kayıp</strong>');
  expect(html).toContain('<math');
  expect(html).toContain('<code>Dense(1)</code>');
  expect(html).toContain('--shiki-dark');
});

test('one line comes without a paragraph', async () => {
  expect(await renderInline('a `b`')).toBe('a <code>b</code>');
});

test('code is escaped', async () => {
  expect(await highlight('if a < b: print("<b>")', 'python')).not.toContain('<b>');
});
