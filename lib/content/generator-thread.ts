import { parentPort, workerData } from 'node:worker_threads';
import type { Text } from '#lib/core/lang.ts';
import { makeVariant } from '#lib/core/questions/make.ts';
import { sameShape } from '#lib/core/questions/score.ts';
import { questionSchema, type Question, type QuestionOf } from '#lib/core/questions/schema.ts';
import type { Generator, Params } from '#lib/core/questions/generator.ts';
import { framework, tensorflow } from './framework.ts';
import { loadGenerator } from './generator.ts';
import { buildTwin, filledTwin, type Built } from './twin.ts';

/**
 * The body of the thread that tries what a question computes. A generator: 40 seeds, at least 12 different variants, slips as the YAML
 * file names them. A program with blanks: its twin, built with every accepted spelling, is what `check` says.
 */
const SEEDS = 40;
const DISTINCT_MIN = 12;

/** A problem of the YAML file says where in it (`path`); any other is one of the generator. */
export type Problem = { code: string; path?: PropertyKey[] } & Text;
/** What the thread says of one question; `params` are those of the last seed that worked, null when none did. */
export type Trial = { problems: Problem[]; params: Params | null };

const { folder, questions } = workerData as { folder: string; questions: { file: string | null; question: unknown }[] };

for (const entry of questions) {
  const question = questionSchema.parse(entry.question);
  parentPort!.postMessage(question.type === 'cloze-code' ? await tryTwin(question) : await tryGenerator(entry.file!, question));
}

async function tryTwin(question: QuestionOf<'cloze-code'>): Promise<Trial> {
  const tf = await tensorflow();
  const spellings = question.blanks.flatMap((b, i) => b.accept.map((text, j) => ({ path: ['blanks', i, 'accept', j], blanks: { [b.id]: text } })));
  const problems = spellings.flatMap(({ path, blanks }) => {
    try {
      return twinProblems(question, buildTwin(tf, filledTwin(question, blanks)), path);
    } catch (error) {
      return [{ code: 'twinFails', path, tr: `ikiz program kurulamadı: ${(error as Error).message}`, en: `the twin cannot be built: ${(error as Error).message}` }];
    }
  });
  return { problems, params: null };
}

function twinProblems({ check = {} }: QuestionOf<'cloze-code'>, built: Built, path: PropertyKey[]): Problem[] {
  const problems: Problem[] = [];
  const differs = (field: string, tr: string, is: unknown, wanted: unknown) =>
    problems.push({ code: 'twinDiffers', path, tr: `ikiz programda ${tr} ${JSON.stringify(is)}, check ise ${JSON.stringify(wanted)} der`, en: `the twin's ${field} is ${JSON.stringify(is)}, but check says ${JSON.stringify(wanted)}` });
  if (check.outputShape && !sameShape(built.outputShape, check.outputShape)) differs('output shape', 'çıkış biçimi', built.outputShape, check.outputShape);
  if (check.params !== undefined && built.params !== check.params) differs('parameter count', 'parametre sayısı', built.params, check.params);
  return problems;
}

async function tryGenerator(file: string, question: Question): Promise<Trial> {
  try {
    return await sample(question, await loadGenerator(folder, file));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problems: [{ code: 'generatorFails', tr: `üreteç çalışmadı: ${why}`, en: `the generator failed: ${why}` }], params: null };
  }
}

async function sample(question: Question, generator: Generator): Promise<Trial> {
  const tf = await framework();
  const distinct = new Set<string>();
  const named = new Set<string>();
  let params: Params | null = null;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const variant = makeVariant(question, generator, seed, tf);
    params = variant.params;
    distinct.add(JSON.stringify([shownParams(question, params), variant.key]));
    Object.keys(variant.slips).forEach((id) => named.add(id));
  }
  return { problems: [...tooFew(distinct.size), ...slipProblems(question, named)], params };
}

/** The parameters a student can see: what the solution alone uses makes no new question. */
function shownParams(question: Question, params: Params): Params {
  const shown = `${question.stem.tr}${question.stem.en}${question.code?.text ?? ''}`;
  return Object.fromEntries(Object.entries(params).filter(([name]) => shown.includes(`\${${name}}`)));
}

function tooFew(count: number): Problem[] {
  if (count >= DISTINCT_MIN) return [];
  return [{ code: 'fewVariants', tr: `${SEEDS} tohumda ${count} farklı varyant çıktı; en az ${DISTINCT_MIN} gerekir`, en: `${count} distinct variants in ${SEEDS} seeds; at least ${DISTINCT_MIN} are needed` }];
}

function slipProblems(question: Question, named: ReadonlySet<string>): Problem[] {
  const known = 'slips' in question ? question.slips.map((s) => s.id) : [];
  const unknown = [...named].filter((id) => !known.includes(id)).map((id) => ({ code: 'unknownSlip', tr: `“${id}” hatası YAML dosyasında anlatılmıyor`, en: `the slip "${id}" is not described in the YAML file` }));
  const unused = known.filter((id) => !named.has(id)).map((id) => ({ code: 'unusedSlip', tr: `“${id}” hatası hiç ortaya çıkmıyor`, en: `the slip "${id}" never occurs` }));
  return [...unknown, ...unused];
}
