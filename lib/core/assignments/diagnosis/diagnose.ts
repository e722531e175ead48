import type { Evidence, Finding } from '../evidence.ts';
import { FIT_RULES } from './fit.ts';
import { LABEL_RULES } from './labels.ts';
import { MODEL_RULES } from './model.ts';
import { OUTPUT_RULES } from './output.ts';
import { RATE_RULES } from './rate.ts';
import { makeFinding, type Rule, type Symptom } from './rule.ts';
import { SCALING_RULES } from './scaling.ts';
import { SIGNAL_RULES } from './signal.ts';
import { viewOf } from './view.ts';

export const RULES: readonly Rule[] = [
  ...FIT_RULES,
  ...MODEL_RULES,
  ...OUTPUT_RULES,
  ...LABEL_RULES,
  ...SCALING_RULES,
  ...RATE_RULES,
  ...SIGNAL_RULES,
];

export type Diagnosis = Finding & { certainty: number };

/** Every fault found in a training, the most certain first, without the consequences of a more certain one. */
export function diagnose(evidence: Evidence): Diagnosis[] {
  const view = viewOf(evidence);
  const found = RULES.flatMap((rule) => {
    const symptom = rule.check(view);
    return symptom ? [{ rule, symptom }] : [];
  }).toSorted((a, b) => b.symptom.certainty - a.symptom.certainty);
  const isFirst = ({ rule }: Found, i: number) => found.findIndex((other) => other.rule.id === rule.id) === i;
  const isExplained = ({ rule }: Found, i: number) =>
    found.slice(0, i).some((cause) => cause.rule.explains?.includes(rule.id));
  return found
    .filter((each, i) => isFirst(each, i) && !isExplained(each, i))
    .map(({ rule: { id, text }, symptom: { certainty, evidence: seen } }) => ({
      ...makeFinding(id, text, seen),
      certainty,
    }));
}

type Found = { rule: Rule; symptom: Symptom };
