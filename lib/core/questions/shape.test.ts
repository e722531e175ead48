import { expect, test } from 'vitest';
import { formatShape, parseEnd, parseShape } from './shape.ts';

test.each([
  ['(None, 26, 26, 32)', [null, 26, 26, 32]], ['(?,26,26,32)', [null, 26, 26, 32]], ['[null,26,26,32]', [null, 26, 26, 32]], ['26,26,32', [26, 26, 32]],
  ['(3,)', [3]], ['()', []], ['28x28x3', [28, 28, 3]], [' ( none , 4 ) ', [null, 4]],
])('%s reads as %j', (text, shape) => expect(parseShape(text)).toEqual({ ok: true, value: shape }));

test.each([['', 'formats.empty'], ['(3', 'formats.notAShape'], ['3;4', 'formats.notAShape'], ['a,b', 'formats.notAShape'], ['(3,,4)', 'formats.notAShape'], ['(1,2,3,4,5,6,7,8,9)', 'formats.notAShape'], ['(-1, 3)', 'formats.notAShape']])(
  '%s is refused as %s', (text, code) => expect(parseShape(text)).toEqual({ ok: false, error: { code } }));

test.each([['-1', -1], ['−∞', '-inf'], ['+inf', 'inf'], ['sonsuz', 'inf'], ['-α', '-alpha'], ['0,5', 0.5]])('the end %s reads as %s', (text, end) =>
  expect(parseEnd(text)).toEqual({ ok: true, value: end }));

test('a shape is printed as Keras prints it', () => {
  expect([[], [3], [null, 2]].map(formatShape)).toEqual(['()', '(3,)', '(None, 2)']);
});
