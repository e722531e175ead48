import { expect, test } from 'vitest';
import { highlight } from '#lib/content/markdown.ts';
import { markBlanks, splitBlanks } from './blanks.ts';

const PROGRAM = "model.add(Dense({{b1}}, activation='{{b2}}'))\nmodel.compile(loss=\"{{b3}}\")\n";
const plain = (html: string) => html.replace(/<[^>]*>/g, '').replace(/&#x3C;/g, '<');

test('code keeps its text and order around the blanks, inside strings too', async () => {
  const parts = splitBlanks(await highlight(markBlanks(PROGRAM), 'python'));
  expect(parts.map((part) => ('blank' in part ? `{{${part.blank}}}` : plain(part.html))).join('')).toBe(PROGRAM);
});

test('every piece of code is well formed and coloured', async () => {
  const pieces = splitBlanks(await highlight(markBlanks(PROGRAM), 'python')).flatMap((part) => ('html' in part ? [part.html] : []));
  expect(pieces).toHaveLength(4);
  for (const html of pieces) expect(html.match(/<span/g)?.length ?? 0).toBe(html.match(/<\/span>/g)?.length ?? 0);
  expect(pieces[0]).toMatch(/--shiki-light/);
});
