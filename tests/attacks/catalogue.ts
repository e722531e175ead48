import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Attack } from './attack.ts';

export type Named = { id: string; area: string; attack: Attack };

const CASES = path.join(import.meta.dirname, 'cases');

/** Every case, one a file, in order of area and name. */
export async function loadCases(): Promise<Named[]> {
  const files = readdirSync(CASES, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return Promise.all(
    files.sort().map(async (file) => {
      const { default: attack } = (await import(path.join(CASES, file))) as { default: Attack };
      return { id: file.replace(/\.ts$/, ''), area: path.dirname(file), attack };
    }),
  );
}
