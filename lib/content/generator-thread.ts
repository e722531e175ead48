import { parentPort, workerData } from 'node:worker_threads';
import { makeVariant } from '#lib/core/questions/make.ts';
import { questionSchema, type Question } from '#lib/core/questions/schema.ts';
import type { Generator } from '#lib/core/questions/generator.ts';
import { toStudentView } from '#lib/core/questions/view.ts';
import { toReview } from '#lib/core/questions/review.ts';
import { framework } from './framework.ts';
import { loadGenerator } from './generator.ts';

/** The body of the thread that tries generators: 40 seeds each, at least 12 different variants, every text fillable. */
const SEEDS = 40;
const DISTINCT_MIN = 12;

type Problem = { code: string; detail: string };
const { folder, questions } = workerData as { folder: string; questions: { file: string; question: unknown }[] };

for (const { file, question } of questions) {
  parentPort!.postMessage({ problems: await tryGenerator(file, questionSchema.parse(question)) });
}

async function tryGenerator(file: string, question: Question): Promise<Problem[]> {
  try {
    const generator = await loadGenerator(folder, file);
    return await sample(question, generator);
  } catch (error) {
    return [{ code: 'generatorFails', detail: (error as Error).message }];
  }
}

async function sample(question: Question, generator: Generator): Promise<Problem[]> {
  const tf = await framework();
  const stems = new Set<string>();
  const named = new Set<string>();
  for (let seed = 1; seed <= SEEDS; seed++) {
    const variant = makeVariant(question, generator, seed, tf);
    stems.add(JSON.stringify([toStudentView(question, variant, 'tr'), variant.key]));
    toReview(question, variant, null, null, 'en');
    Object.keys(variant.slips).forEach((id) => named.add(id));
  }
  const problems: Problem[] = [];
  if (stems.size < DISTINCT_MIN) problems.push({ code: 'fewVariants', detail: `${stems.size} distinct variants in ${SEEDS} seeds; at least ${DISTINCT_MIN} are needed` });
  const known = 'slips' in question ? question.slips.map((s) => s.id) : [];
  for (const id of named) if (!known.includes(id)) problems.push({ code: 'unknownSlip', detail: `the slip "${id}" is not described in the YAML file` });
  for (const id of known) if (!named.has(id)) problems.push({ code: 'unusedSlip', detail: `the slip "${id}" never occurs` });
  return problems;
}
