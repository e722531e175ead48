import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawScatter } from '#lib/core/assignments/picture.ts';
import { makeRng } from '#lib/core/rng.ts';

const PUBLIC_SEED = 101;

/** Price in thousands from m², rooms, age and distance: a linear rule with normal noise of deviation 15, so no model beats an MSE of 225. */
function houses(seed: number, count: number): DataSet {
  const rng = makeRng(seed);
  const rows: number[][] = [];
  const prices: number[] = [];
  for (let i = 0; i < count; i++) {
    const area = 40 + 160 * rng.uniform();
    const rooms = rng.int(1, 6);
    const age = 40 * rng.uniform();
    const distance = 20 * rng.uniform();
    rows.push([area, rooms, age, distance]);
    prices.push(50 + 2.5 * area + 18 * rooms - 1.2 * age - 3 * distance + rng.normal(0, 15));
  }
  return toDataSet(rows, prices, [4], true);
}

const publicData = () => houses(PUBLIC_SEED, 300);
const AXES = { x: { tr: 'alan (m²)', en: 'area (m²)' }, y: { tr: 'fiyat (bin)', en: 'price (thousand)' } };

export default {
  publicData,
  hiddenData: (seed) => houses(seed, 200),
  picture: (lang) => drawScatter(publicData(), 0, AXES, lang),
} satisfies DataSource;
