import { assertNever } from '#lib/core/result.ts';
import { CANARY, type Attack, type Change } from './attack.ts';
import { runInBox, runNative } from './in-box.ts';
import { openGrader, wordsOfReport, type Grader } from './submitted.ts';
import { makeVariant, type Variant } from './variant.ts';
import type { World } from './world.ts';

/** What came of one attack: in a line, and all that a student could see of it. */
export type Outcome = { said: string; seen: string };

/** Runs attacks of one variant; a grader is opened for the first submission and kept. */
export class Range {
  readonly #variant: Variant;
  readonly #world: World;
  readonly #warmBoxes: number;
  #grader: Promise<Grader> | null = null;

  constructor(guards: readonly Change[], world: World, warmBoxes = 0) {
    this.#variant = makeVariant(guards);
    this.#world = world;
    this.#warmBoxes = warmBoxes;
  }

  async run(attack: Attack): Promise<Outcome> {
    if (attack.kind === 'submission') return this.#submit(attack.source, attack.limits);
    const said = await this.#said(attack);
    return { said, seen: said };
  }

  async close(): Promise<void> {
    await (await this.#grader)?.close();
  }

  #said(attack: Exclude<Attack, { kind: 'submission' }>): Promise<string> | string {
    switch (attack.kind) {
      case 'box':
        return runInBox(attack, this.#variant, this.#world);
      case 'native':
        return runNative(attack, this.#variant, this.#world);
      case 'host':
        return attack.act(this.#variant, this.#world);
      default:
        return assertNever(attack);
    }
  }

  async #submit(source: string, limits: Parameters<Grader['grade']>[1]): Promise<Outcome> {
    this.#grader ??= openGrader(this.#variant, this.#world, this.#warmBoxes);
    const { report, events, logged } = await (await this.#grader).grade(source, limits);
    const said = report.outcome === 'graderFailed' ? `graderFailed: ${logged.at(-1)}` : wordsOfReport(report);
    return { said, seen: JSON.stringify([report, events]) };
  }
}

/** Why an outcome is not what a held attack must come to; null when it is. */
export function escapeOf({ held }: Attack, { said, seen }: Outcome): string | null {
  if (seen.includes(CANARY)) return `the canary got out: ${said}`;
  return held.test(said) ? null : `came to: ${said.slice(0, 300)}`;
}
