import { expect, test } from 'vitest';
import { parseNumber } from './parse.ts';

test.each([
  ['0.5', 0.5], ['0,5', 0.5], ['.5', 0.5], [',5', 0.5], ['1/2', 0.5], ['1 / 2', 0.5], ['5e-1', 0.5], ['−3', -3], ['+7', 7], [' 12 ', 12],
  ['0,125', 0.125], ['100480', 100480], ['3.', 3], ['1,25', 1.25], ['0.001', 0.001], ['12.3456', 12.3456],
])('%s reads as %d', (text, value) => expect(parseNumber(text)).toEqual({ ok: true, value: { value } }));

test.each([
  ['', 'formats.empty'], ['   ', 'formats.empty'], ['abc', 'formats.notANumber'], ['NaN', 'formats.notANumber'], ['Infinity', 'formats.notANumber'],
  ['1e999', 'formats.notANumber'], ['1.000', 'formats.thousands'], ['1,250', 'formats.thousands'], ['1.234.567', 'formats.thousands'],
  ['1 000', 'formats.thousands'], ['1.234,5', 'formats.thousands'], ['1/0', 'formats.divisionByZero'], ['%50', 'formats.percentNotAsked'], ['0x10', 'formats.notANumber'],
])('%s is refused as %s', (text, code) => expect(parseNumber(text)).toEqual({ ok: false, error: { code } }));

test.each([['%50', 0.5], ['50%', 0.5], ['% 12,5', 0.125], ['0,5', 0.5]])('%s as a ratio reads as %d', (text, value) =>
  expect(parseNumber(text, { ratio: true })).toEqual({ ok: true, value: { value } }));
