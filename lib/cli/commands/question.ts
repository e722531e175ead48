import { BANK_FOLDER } from '#lib/content/bank.ts';
import { loadCatalogue, loadQuestion } from '#lib/content/catalogue.ts';
import { framework } from '#lib/content/framework.ts';
import { loadGenerator } from '#lib/content/generator.ts';
import { assemblePaper } from '#lib/core/questions/blueprint.ts';
import { correctAnswer } from '#lib/core/questions/key.ts';
import { makeVariant } from '#lib/core/questions/make.ts';
import { insertParams } from '#lib/core/questions/text.ts';
import { scoreAnswer } from '#lib/core/questions/score.ts';
import { toStudentView } from '#lib/core/questions/view.ts';
import type { Lang, Text } from '#lib/core/lang.ts';
import { answer, CommandError } from '../output.ts';

type Options = { seed: number; lang: Lang; json: boolean };

async function concrete(id: string, seed: number) {
  const entry = loadQuestion(id);
  if (!entry) throw new CommandError(`There is no question "${id}" in the bank.`);
  const generator = entry.generatorFile ? await loadGenerator(BANK_FOLDER, entry.generatorFile) : null;
  return { question: entry.question, variant: makeVariant(entry.question, generator, seed, generator ? await framework() : null) };
}

/** `variant <question>`: what a student would see; the key only when asked for. */
export async function variantCommand(id: string, { seed, lang, json, withKey }: Options & { withKey: boolean }): Promise<number> {
  const { question, variant } = await concrete(id, seed);
  const view = toStudentView(question, variant, lang);
  const key = withKey ? correctAnswer(question, variant) : null;
  answer(json, { question: id, version: question.version, seed, type: question.type, lang, params: variant.params, view, key }, () => [view.stem, JSON.stringify(view.body), ...(key ? [`key: ${JSON.stringify(key)}`] : [])]);
  return 0;
}

/** `answer <question> --answer <json>`: the score an answer earns. */
export async function answerCommand(id: string, given: string, { seed, lang, json }: Options): Promise<number> {
  const { question, variant } = await concrete(id, seed);
  const parsed = parse(given);
  const report = scoreAnswer(question, variant, parsed);
  const checks = report.outcome === 'graded' ? report.checks : [];
  const fill = (text: Text) => ({ tr: insertParams(text.tr, variant.params, 'tr'), en: insertParams(text.en, variant.params, 'en') });
  const feedback = checks.flatMap((c) => (c.feedback ? [fill(c.feedback)] : []));
  const fraction = report.outcome === 'graded' ? report.fraction : null;
  const issues = report.outcome === 'ungradable' ? report.issues : [];
  answer(json, { question: id, seed, outcome: report.outcome, fraction, parsed, feedback, issues }, () => [`${report.outcome}${fraction === null ? '' : `: ${fraction}`}`, ...feedback.map((f) => f[lang]), ...issues.map((i) => i.code)]);
  return 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError('--answer must be JSON, for example \'{"text":"0.5"}\'.', 2);
  }
}

/** `paper <blueprint>`: the questions a paper would hold. */
export async function paperCommand(id: string, { seed, json }: Omit<Options, 'lang'>): Promise<number> {
  const { blueprints, items: bank, questions } = await loadCatalogue();
  const blueprint = blueprints.find((b) => b.id === id);
  if (!blueprint) throw new CommandError(`There is no blueprint "${id}". Known: ${blueprints.map((b) => b.id).join(', ')}`);
  const paper = assemblePaper(blueprint, bank, seed);
  if (!paper.ok) throw new CommandError(`The bank cannot fill this paper: ${JSON.stringify(paper.error.values)}`);
  const items = paper.value.map((q) => ({ question: q.question, version: q.version, seed: q.seed, type: q.type, topic: q.topic, concept: q.concept, difficulty: q.difficulty, bloom: questions.get(q.question)!.question.bloom, points: q.points }));
  answer(json, { blueprint: id, seed, durationSeconds: blueprint.durationSeconds, items }, () => items.map((i, n) => `${n + 1}. ${i.question} (${i.type}, ${i.topic})`));
  return 0;
}
