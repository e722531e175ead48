import { beforeAll, expect, test } from 'vitest';
import { openArena, type Arena } from './testing/arena.ts';
import { furthest, makeDraw } from './testing/draw.ts';

let arena: Arena;
beforeAll(async () => void (arena = await openArena()));

const draw = makeDraw(5);
const CASES = Array.from({ length: 30 }, () => ({
  count: draw.fromZero(40),
  rows: draw.upTo(9),
  width: draw.upTo(13),
}));

test.each(CASES)('$count rows of $rows, $width wide', ({ count, rows, width }) => {
  const [from, back] = [draw.values(rows * width), draw.values(count * width)];
  const ids = Array.from({ length: count }, () => draw.upTo(rows) - 1);
  const [to, sums, at] = [arena.room(count * width), arena.room(rows * width), arena.put(ids, true)];
  expect(arena.kernels.gatherRows(count, at, rows, width, arena.put(from), to)).toBe(-1);
  expect([...arena.floats(to, count * width)]).toEqual(
    ids.flatMap((id) => [...from.subarray(id * width, (id + 1) * width)]),
  );
  arena.kernels.sumSegments(count, at, rows, width, arena.put(back), sums);
  const expected = new Float64Array(rows * width);
  ids.forEach((id, i) => {
    for (let k = 0; k < width; k++) expected[id * width + k]! += back[i * width + k]!;
  });
  expect(furthest(arena.floats(sums, rows * width), expected)).toBeLessThan(1e-5);
  arena.checkMargins();
});

test.each([[[0, 2]], [[0, -1]]])('an id outside, %s, stops a gather and is left out of a sum', (ids) => {
  const [at, to, sums] = [arena.put(ids, true), arena.room(2), arena.room(2)];
  const from = arena.put([5, 6]);
  expect(arena.kernels.gatherRows(2, at, 2, 1, from, to)).toBe(1);
  arena.kernels.sumSegments(2, at, 2, 1, from, sums);
  expect([...arena.floats(sums, 2)]).toEqual([5, 0]);
  arena.checkMargins();
});
