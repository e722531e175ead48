import type { Params } from './generator.ts';
import type { Interval, Shape } from './schema.ts';

/**
 * A question made concrete for one sitting. Everything a regrade needs is stored with it: parameters, key, slips, order and
 * version are read from the row, never drawn again from the seed.
 */
export type Variant = {
  question: string;
  version: number;
  seed: number;
  params: Params;
  /** Computed key; null where the key stands in the question itself. */
  key: number | Shape | Interval | null;
  /** Values of the named slips of a computed question. */
  slips: Record<string, number | Shape>;
  /** Display order of options, reasons or table rows by id; empty where there is nothing to order. */
  order: string[];
};
