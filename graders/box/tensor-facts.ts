import type { TensorFacts } from '#lib/core/assignments/trace.ts';

/** A tensor's numbers outside tfjs; the batch axis comes first. */
export type Rows = { values: Float32Array | Int32Array | Uint8Array; shape: number[] };

/** Enough for steady statistics, few enough to cost a few milliseconds. */
const VALUES_MAX = 200_000;
const DISTINCT_MAX = 100;

export const widthOf = ({ values, shape }: Rows): number => values.length / Math.max(1, shape[0] ?? 1);

/** At most `count` row numbers, evenly spread: data sorted by class would make the first rows all alike. */
export function spreadRows(rows: number, count: number): number[] {
  const taken = Math.min(rows, count);
  return Array.from({ length: taken }, (_, i) => Math.floor((i * rows) / taken));
}

export function tensorFacts(tensor: Rows): TensorFacts {
  const { values, shape } = tensor;
  const width = widthOf(tensor);
  const rows = spreadRows(shape[0] ?? 0, Math.max(1, Math.floor(VALUES_MAX / Math.max(1, width))));
  const columns = shape.length > 1 ? shape.at(-1)! : 1;
  const sums = Array.from({ length: columns }, () => new Moments());
  let isWhole = true;
  for (const row of rows) {
    for (let i = row * width; i < (row + 1) * width; i++) {
      sums[i % columns]!.add(values[i]!);
      isWhole &&= Number.isInteger(values[i]!);
    }
  }
  return { shape: shape.slice(0, 8), ...summary(sums), isWhole, ...classesOf(tensor, rows, width) };
}

/** Sums around the first value, so that a large mean costs no digits. */
class Moments {
  count = 0;
  notFinite = 0;
  min = Infinity;
  max = -Infinity;
  #origin = 0;
  #sum = 0;
  #squares = 0;

  add(value: number): void {
    if (!Number.isFinite(value)) {
      this.notFinite++;
      return;
    }
    if (this.count++ === 0) this.#origin = value;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
    this.#sum += value - this.#origin;
    this.#squares += (value - this.#origin) ** 2;
  }

  get mean(): number {
    return this.#origin + this.#sum / this.count;
  }

  get variance(): number {
    return Math.max(0, this.#squares / this.count - (this.#sum / this.count) ** 2);
  }
}

function summary(columns: Moments[]) {
  const filled = columns.filter(({ count }) => count > 0);
  const count = sum(filled.map((each) => each.count));
  const mean = sum(filled.map((each) => each.mean * each.count)) / count;
  const spread = filled.map((each) => (each.variance + (each.mean - mean) ** 2) * each.count);
  const notFinite = sum(columns.map((each) => each.notFinite));
  const deviations = filled.map((each) => Math.sqrt(each.variance)).filter((std) => std > 0);
  return {
    min: finite(Math.min(...filled.map(({ min }) => min))),
    max: finite(Math.max(...filled.map(({ max }) => max))),
    mean: finite(mean),
    std: finite(Math.sqrt(sum(spread) / count)),
    notFinite: notFinite / Math.max(1, count + notFinite),
    columnStdMax: finite(Math.max(...deviations)),
    columnStdMin: finite(Math.min(...deviations)),
  };
}

/** How a label column, or one-hot rows, are spread over their values. */
function classesOf(tensor: Rows, rows: number[], width: number) {
  const isOneHot = width > 1 && rows.length > 0 && rows.every((row) => oneAt(tensor, row, width) !== null);
  const counts = new Map<number, number>();
  if (width !== 1 && !isOneHot) return { isOneHot, distinct: 0, commonest: 0 };
  for (const row of rows) {
    const value = isOneHot ? oneAt(tensor, row, width)! : tensor.values[row]!;
    if (counts.has(value) || counts.size < DISTINCT_MAX) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const commonest = Math.max(0, ...counts.values()) / Math.max(1, rows.length);
  return { isOneHot, distinct: counts.size, commonest };
}

/** The class of a row: the place of its 1 when one-hot, the value of a single column. Null for anything else. */
export function classAt(tensor: Rows, row: number): number | null {
  const width = widthOf(tensor);
  return width === 1 ? tensor.values[row]! : oneAt(tensor, row, width);
}

function oneAt({ values }: Rows, row: number, width: number): number | null {
  let place: number | null = null;
  for (let i = 0; i < width; i++) {
    const value = values[row * width + i]!;
    if (value === 0) continue;
    if (value !== 1 || place !== null) return null;
    place = i;
  }
  return place;
}

/**
 * One 32-bit number per row: equal rows have equal keys, and among some thousand others hardly any do. Mixed as in MurmurHash3
 * (Austin Appleby, public domain), because words of round numbers differ in their upper bits only.
 */
export function rowKeys(tensor: Rows): number[] {
  const { values, shape } = tensor;
  const words = new Int32Array(Float32Array.from(values).buffer);
  const width = widthOf(tensor);
  return Array.from({ length: shape[0] ?? 0 }, (_, row) => {
    let key = 0;
    for (let i = row * width; i < (row + 1) * width; i++) key = mix(key, words[i]!);
    return key;
  });
}

function mix(key: number, word: number): number {
  let mixed = Math.imul(word, 0xcc9e2d51);
  mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593) ^ key;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

/** Five digits are plenty for a finding; NaN and infinity become null. */
export const finite = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(5)) : null;
