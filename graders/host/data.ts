import { createHmac } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Split } from './metric.ts';

type DataModule = { default: { publicData(): Split; hiddenData(seed: number): Split } };

/** The first four bytes (big endian) of HMAC-SHA-256(secret, "assignment/term"): nobody without the secret can draw the hidden rows. */
export const hiddenSeed = (secretHex: string, assignment: string, term: string): number =>
  createHmac('sha256', Buffer.from(secretHex, 'hex')).update(`${assignment}/${term}`).digest().readUInt32BE(0);

/** Public and hidden rows of the assignments in one folder, made once each. */
export class DataSets {
  readonly #folder: string;
  readonly #secretHex: string;
  readonly #term: string;
  readonly #made = new Map<string, Promise<{ open: Split; hidden: Split }>>();

  constructor(folder: string, secretHex: string, term: string) {
    this.#folder = folder;
    this.#secretHex = secretHex;
    this.#term = term;
  }

  /** Throws when the assignment's `data.ts` does: that is our fault, not a student's. */
  of(assignment: string): Promise<{ open: Split; hidden: Split }> {
    const known = this.#made.get(assignment);
    if (known) return known;
    const made = this.#make(assignment);
    this.#made.set(assignment, made);
    made.catch(() => this.#made.delete(assignment));
    return made;
  }

  async #make(assignment: string): Promise<{ open: Split; hidden: Split }> {
    const url = pathToFileURL(path.resolve(this.#folder, assignment, 'data.ts')).href;
    const { default: data } = (await import(/* @vite-ignore */ url)) as DataModule;
    const hidden = data.hiddenData(hiddenSeed(this.#secretHex, assignment, this.#term));
    return { open: checkSplit(data.publicData()), hidden: checkSplit(hidden) };
  }
}

function checkSplit(split: Split): Split {
  const size = (shape: number[]) => shape.reduce((product, side) => product * side, 1);
  const { x, y, xShape, yShape } = split;
  if (x.length !== size(xShape) || y.length !== size(yShape) || xShape[0] !== yShape[0]) {
    throw new Error(`data of ${x.length} and ${y.length} numbers do not fit shapes [${xShape}] and [${yShape}]`);
  }
  return split;
}
