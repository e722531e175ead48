import type { Text } from '#lib/core/lang.ts';
import type { Question } from '#lib/core/questions/schema.ts';
import type { Erratum, Taxonomy } from '#lib/core/questions/taxonomy.ts';
import type { BankQuestion } from './bank-question.ts';
import type { Fault } from './fault.ts';
import path from 'node:path';

type Context = {
  lineOf(path: readonly PropertyKey[]): number;
  taxonomy: Taxonomy;
  errata: Erratum[];
  /** Questions read before, by id. */
  seen: ReadonlyMap<string, string>;
  computed: boolean;
};
type Found = { path: PropertyKey[]; code: string; message: Text };

/** What a schema cannot say about one question: names that must agree, keys that must exist, exactly one right option. */
export function questionFaults(entry: BankQuestion, context: Context): Fault[] {
  const found = [...placeFaults(entry, context), ...keyFaults(entry.question), ...generatorFaults(entry, context)];
  return found.map(({ path: where, code, message }) => ({ file: entry.file, line: context.lineOf(where), code, message }));
}

function placeFaults({ question, topic, file }: BankQuestion, { taxonomy, errata, seen }: Context): Found[] {
  const found: Found[] = [];
  const add = (field: string, code: string, tr: string, en: string) => found.push({ path: [field], code, message: { tr, en } });
  const name = path.basename(file, '.yml');
  if (question.id !== name) add('id', 'idNotFileName', `id “${question.id}”, dosya adı “${name}” ile aynı olmalı`, `the id "${question.id}" must be the file name "${name}"`);
  const twin = seen.get(question.id);
  if (twin) add('id', 'duplicateId', `“${question.id}” ${twin} dosyasında da var`, `"${question.id}" also stands in ${twin}`);
  const home = taxonomy.find((t) => t.id === topic);
  if (!home) add('id', 'unknownTopic', `“${topic}” klasörü bir konu değil`, `the folder "${topic}" is no topic`);
  if (!taxonomy.some((t) => t.concepts.some((c) => c.id === question.concept))) add('concept', 'unknownConcept', `bilinmeyen kavram: ${question.concept}`, `unknown concept: ${question.concept}`);
  if (question.noteConflict && !errata.some((e) => e.id === question.noteConflict)) add('noteConflict', 'unknownErratum', `bilinmeyen düzeltme: ${question.noteConflict}`, `unknown erratum: ${question.noteConflict}`);
  return found;
}

function keyFaults(question: Question): Found[] {
  switch (question.type) {
    case 'single-choice':
      return [...oneRight('options', question.options), ...uniqueIds('options', question.options)];
    case 'multiple-choice':
      return [...someRight(question.options), ...uniqueIds('options', question.options)];
    case 'tf-reason':
      return [...oneRight('reasons', question.reasons), ...uniqueIds('reasons', question.reasons)];
    case 'table':
      return tableFaults(question);
    case 'cloze-code':
      return clozeFaults(question);
    default:
      return [];
  }
}

type Marked = { id: string; correct: boolean };

function oneRight(field: string, options: Marked[]): Found[] {
  const right = options.filter((o) => o.correct).length;
  return right === 1 ? [] : [{ path: [field], code: 'oneCorrect', message: { tr: `tam bir doğru seçenek gerekir, ${right} var`, en: `exactly one correct option is needed, there are ${right}` } }];
}

function someRight(options: Marked[]): Found[] {
  const right = options.filter((o) => o.correct).length;
  return right >= 1 && right < options.length ? [] : [{ path: ['options'], code: 'someCorrect', message: { tr: 'en az bir doğru ve bir yanlış seçenek gerekir', en: 'at least one correct and one wrong option are needed' } }];
}

const uniqueIds = (field: string, items: { id: string }[]): Found[] =>
  items.flatMap((item, i) => (items.findIndex((x) => x.id === item.id) < i ? [{ path: [field, i, 'id'], code: 'duplicateOption', message: { tr: `“${item.id}” iki kez var`, en: `"${item.id}" stands twice` } }] : []));

function tableFaults(question: Extract<Question, { type: 'table' }>): Found[] {
  const columns = question.columns.map((c) => c.id);
  return question.rows.flatMap((row, i) => {
    const missing = columns.filter((c) => !question.choices[c]?.some((choice) => choice.id === row.key[c]));
    const extra = Object.keys(row.key).filter((c) => !columns.includes(c));
    return [...missing, ...extra].map((c) => ({ path: ['rows', i, 'key', c], code: 'tableKey', message: { tr: `“${row.id}” satırının “${c}” anahtarı seçenekler arasında değil`, en: `the key "${c}" of row "${row.id}" is not among its choices` } }));
  });
}

function clozeFaults(question: Extract<Question, { type: 'cloze-code' }>): Found[] {
  const blanks = question.blanks.map((b) => b.id);
  const programs = [['program', question.program], ['twin', question.twin]] as const;
  return programs.flatMap(([field, text]) => {
    if (text === undefined) return [];
    const used = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]!);
    const wrong = [...used.filter((b) => !blanks.includes(b)), ...blanks.filter((b) => !used.includes(b))];
    return [...new Set(wrong)].map((b) => ({ path: [field], code: 'blank', message: { tr: `“${b}” boşluğu programda ve listede aynı olmalı`, en: `the blank "${b}" must stand both in the program and in the list` } }));
  });
}

function generatorFaults({ question, generatorFile }: BankQuestion, { computed }: Context): Found[] {
  if (computed && !generatorFile) return [{ path: ['key'], code: 'noKey', message: { tr: `anahtar yok; ${question.id}.ts üreteci de yok`, en: `there is no key and no generator ${question.id}.ts` } }];
  if (!computed && generatorFile) return [{ path: ['id'], code: 'strayGenerator', message: { tr: 'üreteç var ama anahtar dosyada yazılı', en: 'there is a generator although the key stands in the file' } }];
  return [];
}
