import { BANK_FOLDER } from '#lib/content/bank.ts';
import { loadQuestion } from '#lib/content/catalogue.ts';
import { framework } from '#lib/content/framework.ts';
import { loadGenerator } from '#lib/content/generator.ts';
import { answerSchemas } from '#lib/core/questions/answer.ts';
import { correctAnswer } from '#lib/core/questions/key.ts';
import { makeVariant } from '#lib/core/questions/make.ts';
import { readAnswer } from '#lib/core/questions/read-answer.ts';
import type { Question } from '#lib/core/questions/schema.ts';
import { insertParams } from '#lib/core/questions/text.ts';
import { scoreAnswer } from '#lib/core/questions/score.ts';
import { toStudentView } from '#lib/core/questions/view.ts';
import type { Lang, Text } from '#lib/core/lang.ts';
import { answer, formatTexts, refuse } from '../output.ts';

type Options = { seed: number; lang: Lang; json: boolean };

async function concrete(id: string, seed: number) {
  const entry = loadQuestion(id);
  if (!entry) throw refuse('cli.unknownQuestion', { id });
  const generator = entry.generatorFile ? await loadGenerator(BANK_FOLDER, entry.generatorFile) : null;
  return {
    question: entry.question,
    variant: makeVariant(entry.question, generator, seed, generator ? await framework() : null),
  };
}

/** `variant <question>`: what a student would see; the key only when asked for. */
export async function variantCommand(
  id: string,
  { seed, lang, json, withKey }: Options & { withKey: boolean },
): Promise<number> {
  const { question, variant } = await concrete(id, seed);
  const view = toStudentView(question, variant, lang);
  const key = withKey ? correctAnswer(question, variant) : null;
  answer(
    json,
    {
      question: id,
      version: question.version,
      seed,
      type: question.type,
      lang,
      params: variant.params,
      view,
      key,
    },
    () => [view.stem, JSON.stringify(view.body), ...(key ? [`key: ${JSON.stringify(key)}`] : [])],
  );
  return 0;
}

/** `answer <question> --answer <json>`: the score an answer earns. */
export async function answerCommand(
  id: string,
  given: string,
  { seed, lang, json }: Options,
): Promise<number> {
  const { question, variant } = await concrete(id, seed);
  const sent = parse(given);
  const report = scoreAnswer(question, variant, sent);
  const checks = report.outcome === 'graded' ? report.checks : [];
  const fill = (text: Text) => ({
    tr: insertParams(text.tr, variant.params, 'tr'),
    en: insertParams(text.en, variant.params, 'en'),
  });
  const issues = report.outcome === 'ungradable' ? report.issues : [];
  const feedback = [
    ...issues.map(formatTexts),
    ...checks.flatMap((c) => (c.feedback ? [fill(c.feedback)] : [])),
  ];
  const fraction = report.outcome === 'graded' ? report.fraction : null;
  answer(
    json,
    {
      question: id,
      seed,
      outcome: report.outcome,
      fraction,
      parsed: readAs(question, sent),
      feedback,
      issues,
    },
    () => [`${report.outcome}${fraction === null ? '' : `: ${fraction}`}`, ...feedback.map((f) => f[lang])],
  );
  return 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('cli.answerNoJson', { example: `'{"text":"0.5"}'` }, 2);
  }
}

/** The answer as it was understood; null when it could not be read. */
function readAs(question: Question, sent: unknown): object | null {
  const fitting = answerSchemas[question.type].safeParse(sent);
  const read = fitting.success
    ? readAnswer(question.type, fitting.data, question.type === 'numeric' && question.ratio)
    : null;
  if (!read?.ok) return null;
  return typeof read.value === 'object' && !Array.isArray(read.value) ? read.value : { value: read.value };
}
