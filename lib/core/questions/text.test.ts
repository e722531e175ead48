import { expect, test } from 'vitest';
import { insertParams } from './text.ts';

const params = { x: 0.5, n: 3, name: 'relu', v: [0.5, 2] };

test.each([
  ['x = ${x}', 'tr', 'x = 0,5'],
  ['x = ${x}', 'en', 'x = 0.5'],
  ['`Dropout(${x})` ve ${x}', 'tr', '`Dropout(0.5)` ve 0,5'],
  ['$x = ${x}$ ve ${n}', 'tr', '$x = 0{,}5$ ve 3'],
  ['${name}: ${v}', 'tr', 'relu: [0,5; 2]'],
  ['${name}: ${v}', 'en', 'relu: [0.5, 2]'],
  ['```\ny = ${x}\n```', 'tr', '```\ny = 0.5\n```'],
] as const)('%s in %s becomes %s', (text, lang, expected) => expect(insertParams(text, params, lang)).toBe(expected));

test('an unknown name is the author\'s mistake, never an empty place', () => {
  expect(() => insertParams('${missing}', params, 'tr')).toThrow('missing');
});
