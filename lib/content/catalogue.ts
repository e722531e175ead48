import 'server-only';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { paperItemOf, type Blueprint, type PaperItem } from '#lib/core/questions/blueprint.ts';
import { questionSchema } from '#lib/core/questions/schema.ts';
import type { BankQuestion } from './bank-question.ts';
import { BANK_FOLDER, loadBank } from './bank.ts';
import { folderPrint } from './hash.ts';
import { parseYaml } from './yaml.ts';

/** The bank as the command line uses it: what can be put on a paper, without running a generator. A sitting uses what is published. */
export type Catalogue = { questions: ReadonlyMap<string, BankQuestion>; items: PaperItem[]; blueprints: Blueprint[] };

let kept: { folder: string; print: string; catalogue: Catalogue } | null = null;

/** Reads the files once; afterwards a call costs one look at their names, sizes and times (milliseconds) until one changes. */
export async function loadCatalogue(folder = BANK_FOLDER): Promise<Catalogue> {
  const print = folderPrint(folder);
  if (kept?.folder === folder && kept.print === print) return kept.catalogue;
  const { questions, blueprints } = await loadBank(folder, { generators: false });
  const catalogue: Catalogue = {
    questions: new Map(questions.map((entry) => [entry.question.id, entry])),
    items: questions.map(({ question, topic }) => paperItemOf(question, topic)),
    blueprints,
  };
  kept = { folder, print, catalogue };
  return catalogue;
}

/** One question by its id, reading no other file; null when the bank has none of that name or its file does not hold to the schema. */
export function loadQuestion(id: string, folder = BANK_FOLDER): BankQuestion | null {
  if (!/^[a-z0-9-]+$/.test(id)) return null;
  const file = globSync(`questions/*/${id}.yml`, { cwd: folder })[0];
  if (!file) return null;
  const { value: question } = parseYaml(file, readFileSync(path.join(folder, file), 'utf8'), questionSchema);
  const generator = file.replace(/\.yml$/, '.ts');
  const computed = statSync(path.join(folder, generator), { throwIfNoEntry: false }) !== undefined;
  return question && { question, topic: path.basename(path.dirname(file)), file, generatorFile: computed ? generator : null };
}
