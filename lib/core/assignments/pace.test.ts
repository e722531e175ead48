import { expect, test } from 'vitest';
import { instant } from '../clock.ts';
import { freeAt } from './pace.ts';

const PACE = { max: 3, withinMs: 100 };
const at = (...times: number[]) => times.map(instant);

test.each([
  ['nothing before', at(), null],
  ['fewer than allowed', at(950, 990), null],
  ['as many as allowed: the oldest of them has to age', at(990, 950, 970), 1050],
  ['more than allowed: the third newest decides', at(940, 950, 970, 990), 1050],
  ['what is as old as the stretch no longer counts', at(900, 970, 990), null],
])('%s', (_name, earlier, expected) => expect(freeAt(earlier, PACE, instant(1000))).toBe(expected));
