import type { Text } from '../../lang.ts';
import type { Finding } from '../evidence.ts';
import type { View } from './view.ts';

/** What a finding says: what is wrong, what was seen (`{name}` stands for a piece of evidence), and one thing to do next. */
export type FindingText = { title: Text; seen: Text; step: Text };

/** How sure a rule is, from 0 to 1, and the numbers it saw. A piece of evidence whose name ends in `Share` is a share of 1. */
export type Symptom = { certainty: number; evidence: Finding['evidence'] };

/**
 * One known fault. Two rules may share an id when the same fault asks for different words. `explains` are ids that are only
 * consequences of this one: they are left out where it was found.
 */
export type Rule = {
  id: string;
  text: FindingText;
  explains?: readonly string[];
  check(view: View): Symptom | null;
};

/** A symptom where a condition holds; evidence that is missing is left out. */
export const when = (
  holds: boolean,
  certainty: number,
  evidence: Record<string, Finding['evidence'][string] | null> = {},
): Symptom | null =>
  holds
    ? {
        certainty,
        evidence: Object.fromEntries(
          Object.entries(evidence).filter((entry): entry is [string, number | string] => entry[1] !== null),
        ),
      }
    : null;

export const makeFinding = (id: string, text: FindingText, evidence: Finding['evidence']): Finding => ({
  id,
  tr: `${text.title.tr}. ${text.step.tr}`,
  en: `${text.title.en}. ${text.step.en}`,
  text,
  evidence,
});
