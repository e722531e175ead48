import 'server-only';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { assemblePaper, blueprintSchema, paperItemOf, type Blueprint } from '#lib/core/questions/blueprint.ts';
import { isComputed } from '#lib/core/questions/make.ts';
import { questionSchema } from '#lib/core/questions/schema.ts';
import { errataSchema, glossarySchema, taxonomySchema, type Erratum, type Taxonomy, type Term } from '#lib/core/questions/taxonomy.ts';
import { assignmentSchema, type Assignment } from '#lib/core/assignments/schema.ts';
import type { BankQuestion } from './bank-question.ts';
import { byPlace, type Fault } from './fault.ts';
import { questionFaults } from './check-question.ts';
import { notCalibrated, readCalibration } from './calibration.ts';
import { checkGenerators, type Tried } from './check-generator.ts';
import { textFaults } from './check-texts.ts';
import { lockFaults, readLock } from './lock.ts';
import { parseYaml, type Parsed } from './yaml.ts';

export type Bank = { questions: BankQuestion[]; blueprints: Blueprint[]; assignments: Assignment[]; taxonomy: Taxonomy; errata: Erratum[]; glossary: Term[]; faults: Fault[] };

export const BANK_FOLDER = path.resolve(/* turbopackIgnore: true */ 'question-bank');

type Options = { generators?: boolean; generatorTimeLimitMs?: number };

/** Reads the whole bank and reports every fault at once. `generators: false` skips what takes seconds: running them and rendering texts. */
export async function loadBank(folder = BANK_FOLDER, options: Options = {}): Promise<Bank> {
  const faults: Fault[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): Parsed<T> => {
    const parsed = parseYaml(file, readFileSync(path.join(folder, file), 'utf8'), schema);
    faults.push(...parsed.faults);
    return parsed;
  };
  const one = <T>(file: string, schema: z.ZodType<T>, missing: T): T => (existsSync(path.join(folder, file)) ? (read(file, schema).value ?? missing) : missing);
  const many = <T extends { id: string }>(pattern: string, schema: z.ZodType<T>): T[] => files(folder, pattern).flatMap((file) => read(file, schema).value ?? []);

  const taxonomy = one('taxonomy.yml', taxonomySchema, []);
  const errata = one('errata.yml', errataSchema, []);
  const glossary = one('glossary.yml', glossarySchema, []);
  const checked = readQuestions(folder, faults, taxonomy, errata);
  const questions = checked.map((r) => r.entry);
  faults.push(...lockFaults(folder, checked, readLock(folder)));
  const blueprints = many('exams/*.yml', blueprintSchema);
  faults.push(...quotaFaults(folder, questions));
  const assignments = many('assignments/*/assignment.yml', assignmentSchema).map((assignment) => {
    const calibration = readCalibration(folder, assignment.id);
    if (!calibration) faults.push(notCalibrated(assignment.id));
    return { ...assignment, ...calibration };
  });
  if (options.generators !== false) faults.push(...(await trialFaults(folder, checked, options.generatorTimeLimitMs)));
  return { questions, blueprints, assignments, taxonomy, errata, glossary, faults: faults.toSorted(byPlace) };
}

/** What only a trial shows: generators that fail, twins that are not what they should be, texts that do not fill in or render. */
async function trialFaults(folder: string, read: Tried[], timeLimitMs: number | undefined): Promise<Fault[]> {
  const { faults, samples } = await checkGenerators(folder, read, timeLimitMs);
  const texts = read.flatMap(({ entry, lineOf }) => {
    const params = entry.generatorFile ? samples.get(entry.question.id) : {};
    return params ? textFaults(entry.question, params, { file: entry.file, lineOf }) : [];
  });
  return [...faults, ...texts];
}

function readQuestions(folder: string, faults: Fault[], taxonomy: Taxonomy, errata: Erratum[]): Tried[] {
  const seen = new Map<string, string>();
  return files(folder, 'questions/*/*.yml').flatMap((file) => {
    const { value: question, lineOf, faults: found } = parseYaml(file, readFileSync(path.join(folder, file), 'utf8'), questionSchema);
    faults.push(...found);
    if (!question) return [];
    const topic = path.basename(path.dirname(file));
    const generator = file.replace(/\.yml$/, '.ts');
    const entry: BankQuestion = { question, topic, file, generatorFile: existsSync(path.join(folder, generator)) ? generator : null };
    faults.push(...questionFaults(entry, { lineOf, taxonomy, errata, seen, computed: isComputed(question) }));
    seen.set(question.id, file);
    return [{ entry, lineOf }];
  });
}

/** A section that the bank cannot fill would refuse every student: an author's mistake, found before publication. */
function quotaFaults(folder: string, questions: BankQuestion[]): Fault[] {
  const items = questions.map(({ question, topic }) => paperItemOf(question, topic));
  return files(folder, 'exams/*.yml').flatMap((file) => {
    const { value, lineOf } = parseYaml(file, readFileSync(path.join(folder, file), 'utf8'), blueprintSchema);
    const paper = value && assemblePaper(value, items, 1);
    if (!paper || paper.ok) return [];
    const { section, wanted, available } = paper.error.values as { section: number; wanted: number; available: number };
    return [{ file, line: lineOf(['sections', section - 1]), code: 'quotaUnmet', message: { tr: `${section}. bölüm ${wanted} soru ister, havuzda ${available} var`, en: `section ${section} wants ${wanted} questions, the bank holds ${available}` } }];
  });
}

const files = (folder: string, pattern: string) => globSync(pattern, { cwd: folder }).toSorted();
