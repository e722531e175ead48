/**
 * Seeded randomness for variants, papers and data sets. mulberry32 (Tommy Ettinger, public domain): 32-bit state,
 * integer arithmetic only, so a port to another language gives the same draws. The algorithm is part of every stored
 * seed's meaning: never change it, add a second one beside it.
 */
export type Rng = {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** Uniform integer in [low, high], both ends included. */
  int(low: number, high: number): number;
  /** Normal variate (Marsaglia's polar method, second value cached). */
  normal(mean?: number, deviation?: number): number;
  /** Uniform decimal in [low, high] with `places` digits after the point. */
  decimal(low: number, high: number, places: number): number;
  pick<T>(items: readonly T[]): T;
  /** A shuffled copy (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[];
};

export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function makeRng(seed: number): Rng {
  const uniform = mulberry32(seed);
  const int = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1));
  return {
    uniform,
    int,
    normal: polarNormal(uniform),
    decimal: (low, high, places) => int(Math.round(low * 10 ** places), Math.round(high * 10 ** places)) / 10 ** places,
    pick: (items) => items[int(0, items.length - 1)]!,
    shuffle: (items) => shuffled(items, int),
  };
}

function polarNormal(uniform: () => number): Rng['normal'] {
  let spare: number | null = null;
  return (mean = 0, deviation = 1) => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return mean + deviation * value;
    }
    let x: number, y: number, r: number;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      r = x * x + y * y;
    } while (r >= 1 || r === 0);
    const factor = Math.sqrt((-2 * Math.log(r)) / r);
    spare = y * factor;
    return mean + deviation * x * factor;
  };
}

function shuffled<T>(items: readonly T[], int: Rng['int']): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = int(0, i);
    [copy[i], copy[j]] = [copy[j]!, copy[i]!];
  }
  return copy;
}

/** A 32-bit seed from any strings (FNV-1a), for "the paper of this exam, this student, this number". */
export function seedOf(...parts: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of parts.join('\u0000')) {
    hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  }
  return hash >>> 0;
}
