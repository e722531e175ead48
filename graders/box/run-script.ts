import { compileFunction } from 'node:vm';
import { BoxFailure } from './fail.ts';
import { prepareSource } from './source.ts';

type Left = Record<string, unknown>;
type Script = (...values: unknown[]) => Promise<Left>;

export const STUDENT_FILE = 'submission.js';

/**
 * Runs a student's script with `given` names predefined and gives what it left in the variables `wanted` (undefined where
 * nothing), in an object of its own: a promise left there would otherwise be awaited. Line numbers in errors are those of the
 * student's file: the wrapper adds to the first line only. An inner function keeps a declared `const model` from clashing with
 * the outer `let`, which catches `model = …` without a declaration.
 */
export async function runScript(source: string, given: Left, wanted: readonly string[]): Promise<Left> {
  const names = wanted.join(', ');
  const body = `${names && `let ${names};`} return (async () => {${prepareSource(source)}\n;return { ${names} }; })();`;
  const script = compileScript(body, Object.keys(given));
  return script(...Object.values(given));
}

/** 1-based line of the student's file an error points to, null where its stack holds none. */
export function studentLine(error: unknown): number | null {
  const stack = error instanceof Error ? String(error.stack) : '';
  return Number(new RegExp(`${STUDENT_FILE.replace('.', '\\.')}:(\\d+)`).exec(stack)?.[1]) || null;
}

function compileScript(body: string, names: string[]): Script {
  try {
    return compileFunction(body, names, { filename: STUDENT_FILE }) as Script;
  } catch (error) {
    // What acorn lets through and V8 refuses, such as a `let` that meets a predefined name in sloppy code.
    throw new BoxFailure('syntax', (error as Error).message, studentLine(error));
  }
}
