import { diagnose, type Diagnosis } from './diagnosis/diagnose.ts';
import type { Evidence, Finding } from './evidence.ts';
import type { Symptom } from './symptom.ts';
import { shows } from './symptoms.ts';

const AT_MOST = 3;
/** An author wrote it for this very task; only what follows from the model or the loss by itself is surer. */
const OWN_CERTAINTY = 0.96;

/**
 * What helps the student most: the assignment's own findings and the general ones, the most certain first, at most three.
 * Healthy work, which has no room to improve, gets the remarks only.
 */
export function findFindings(evidence: Evidence, isHealthy: boolean): Finding[] {
  const own = evidence.assignment.findings.filter(
    ({ remark = false, symptom }) => (remark || !isHealthy) && shows(symptom, evidence),
  );
  const said = own.map(({ id, text }): Diagnosis => ({
    id,
    ...text,
    evidence: {},
    certainty: OWN_CERTAINTY,
  }));
  const replaced = new Set(own.flatMap(({ id, symptom }) => [id, ...(REPLACES[symptom.kind] ?? [])]));
  const general = isHealthy ? [] : diagnose(evidence).filter(({ id }) => !replaced.has(id));
  return [...said, ...general]
    .toSorted((a, b) => b.certainty - a.certainty)
    .slice(0, AT_MOST)
    .map(({ id, tr, en, text, evidence: seen }) => ({ id, tr, en, ...(text && { text }), evidence: seen }));
}

/** General findings that an own finding of this kind says in the words of the task. */
const REPLACES: Partial<Record<Symptom['kind'], readonly string[]>> = {
  outputActivation: ['loss-activation', 'bounded-output'],
  hiddenActivation: ['vanishing-gradient'],
  slowForTargetScale: ['rate-too-low'],
};
