import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { isolationHere } from '../../attacks/isolation-here.ts';
import * as documents from './documents.ts';
import { derin, documentOf } from './run.ts';

/** Every command as a process of its own: exit code, one JSON document on stdout, everything else on stderr. */
vi.setConfig({ testTimeout: 60_000 });
const { proven, why } = await isolationHere();
const folder = mkdtempSync(path.join(tmpdir(), 'derin-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
}
const REFERENCE = 'question-bank/assignments/a01/reference.js';

test.concurrent.each<[string, string[], z.ZodType]>([
  ['bank check', ['bank', 'check'], documents.bankCheck],
  ['variant of a fixed question', ['variant', 'sc-bv-001'], documents.variant],
  [
    'variant of a computed question with its key',
    ['variant', 't-act-elu', '--seed', '7', '--lang', 'en', '--with-key'],
    documents.variant,
  ],
  [
    'answer',
    ['answer', 't-act-elu', '--seed', '7', '--lang', 'en', '--answer', '{"text":"0,5"}'],
    documents.answer,
  ],
  ['answer that cannot be read', ['answer', 't-act-elu', '--answer', '{"text":"1.000"}'], documents.answer],
  ['answer of the wrong shape', ['answer', 't-act-elu', '--answer', '[1]'], documents.answer],
  ['paper', ['paper', 'practice-mixed', '--seed', '7'], documents.paper],
])('%s: done, and the document holds to the contract', async (_, args, schema) => {
  const run = await derin(...args, '--json');
  expect([run.code, run.stderr]).toEqual([0, '']);
  schema.parse(documentOf(run));
});

test('variant: the key comes only when asked for, and the seed decides', async () => {
  const [without, seven, again, eight] = await Promise.all(
    [['7'], ['7', '--with-key'], ['7', '--with-key'], ['8', '--with-key']].map(async (more) =>
      documents.variant.parse(documentOf(await derin('variant', 't-act-elu', '--json', '--seed', ...more))),
    ),
  );
  expect(without!.key).toBeNull();
  expect(seven).toEqual(again);
  expect(seven!.key).not.toEqual(eight!.key);
});

test('answer: the key earns everything; 1.000 earns nothing and says in both languages what to write instead', async () => {
  const { key } = documents.variant.parse(
    documentOf(await derin('variant', 't-act-elu', '--seed', '7', '--with-key', '--json')),
  );
  const right = await derin('answer', 't-act-elu', '--seed', '7', '--answer', JSON.stringify(key), '--json');
  expect(documentOf(right)).toMatchObject({
    question: 't-act-elu',
    seed: 7,
    outcome: 'graded',
    fraction: 1,
    parsed: { value: expect.any(Number) },
  });
  const unclear = await derin('answer', 't-act-elu', '--seed', '7', '--answer', '{"text":"1.000"}', '--json');
  expect(documentOf(unclear)).toMatchObject({
    outcome: 'ungradable',
    fraction: null,
    parsed: null,
    feedback: [{ tr: expect.stringContaining('1,0'), en: expect.stringContaining('1.0') }],
  });
});

test('user: an account is made once, its password is reset, and its paper takes account of what it has met', async () => {
  const made = documents.user.parse(
    documentOf(await derin('user', 'add', '--email', 'ada@example.org', '--name', 'Ada Işık', '--json')),
  );
  expect(made).toMatchObject({ email: 'ada@example.org', role: 'student' });
  const reset = documents.password.parse(
    documentOf(await derin('user', 'reset-password', 'ada@example.org', '--json')),
  );
  expect(reset.password).not.toBe(made.password);
  const again = await derin('user', 'add', '--email', 'ADA@example.org', '--name', 'Ada', '--json');
  expect([again.code, documents.refusal.parse(documentOf(again)).error.code]).toEqual([
    1,
    'account.emailTaken',
  ]);
  const paper = await derin('paper', 'practice-mixed', '--seed', '7', '--student', made.id, '--json');
  expect(documents.paper.parse(documentOf(paper)).items.length).toBeGreaterThan(1);
});

test.concurrent.each<[string, string, () => string[]]>([
  ['an unknown question', 'cli.unknownQuestion', () => ['variant', 'sc-none-000']],
  ['a question of another folder', 'cli.unknownQuestion', () => ['variant', '../../taxonomy']],
  [
    'an answer to an unknown question',
    'cli.unknownQuestion',
    () => ['answer', 'sc-none-000', '--answer', '{}'],
  ],
  ['an unknown blueprint', 'cli.unknownBlueprint', () => ['paper', 'none']],
  [
    'an unknown student',
    'cli.unknownStudent',
    () => ['paper', 'practice-mixed', '--student', 'usr_2222222222222222'],
  ],
  ['an unknown e-mail', 'account.unknownEmail', () => ['user', 'reset-password', 'nobody@example.org']],
  ['an unknown assignment', 'cli.unknownAssignment', () => ['grade', 'a00', REFERENCE]],
  ['a file that is not there', 'cli.unreadableFile', () => ['grade', 'a01', path.join(folder, 'none.js')]],
  ['a folder', 'cli.unreadableFile', () => ['grade', 'a01', folder]],
  ['a source of 2 MB', 'code.tooLarge', () => ['grade', 'a01', file('large.js', Buffer.alloc(2 << 20, 'x'))]],
  ['an empty source', 'code.empty', () => ['grade', 'a01', file('empty.js', ' \n')]],
  [
    'bytes that are no UTF-8',
    'code.notText',
    () => ['grade', 'a01', file('bytes.js', Buffer.from([0x61, 0xff, 0x62]))],
  ],
  ['a NUL', 'code.notText', () => ['grade', 'a01', file('nul.js', 'a\0b')]],
  ['another language', 'code.wrongLanguage', () => ['grade', 'a01', file('model.py', 'model = 1')]],
])('%s: refused with exit code 1, in both languages', async (_, code, args) => {
  const run = await derin(...args(), '--json');
  const { error } = documents.refusal.parse(documentOf(run));
  expect([run.code, error.code]).toEqual([1, code]);
  expect(run.stderr).toBe(`${error.en}\n${error.tr}\n`);
  expect(error.tr).not.toBe(error.en);
});

test.concurrent.each([
  ['no command', []],
  ['an unknown command', ['nope']],
  ['a group without its command', ['bank']],
  ['an unknown command of a group', ['bank', 'nope']],
  ['a missing argument', ['variant']],
  ['an argument too many', ['variant', 'sc-bv-001', 'b']],
  ['an unknown option', ['variant', 'sc-bv-001', '--nope']],
  ['a seed that is not whole', ['variant', 'sc-bv-001', '--seed', '1.5']],
  ['a seed that is no number', ['paper', 'practice-mixed', '--seed', 'x']],
  ['a seed without a value', ['grade', 'a01', REFERENCE, '--seed']],
  ['no runs', ['grade', 'a01', REFERENCE, '--seeds', '0']],
  ['too many runs', ['grade', 'a01', REFERENCE, '--seeds', '9']],
  ['an unknown engine', ['grade', 'a01', REFERENCE, '--engine', 'nope']],
  ['an unknown language', ['variant', 'sc-bv-001', '--lang', 'de']],
  ['no answer', ['answer', 'sc-bv-001']],
  ['an answer that is no JSON', ['answer', 'sc-bv-001', '--answer', '{']],
  ['no bench', ['bench']],
  ['no rounds of a bench', ['bench', 'grade', '--rounds', '0']],
  ['an unknown role', ['user', 'add', '--email', 'a@example.org', '--name', 'Ada', '--role', 'king']],
  ['an e-mail that is none', ['user', 'add', '--email', 'ada', '--name', 'Ada']],
])('%s: exit code 2', async (_, args) => {
  const run = await derin(...args, '--json');
  expect(run.code).toBe(2);
  expect(documents.refusal.parse(documentOf(run)).error.code).toMatch(
    /^cli\.(usage|answerNoJson|userFields)$/,
  );
});

test('without --json a person reads lines, and nothing of a refusal is on stdout', async () => {
  const [done, refused] = await Promise.all([
    derin('paper', 'practice-mixed'),
    derin('variant', 'sc-none-000'),
  ]);
  expect([done.code, done.stdout]).toEqual([0, expect.stringMatching(/^1\. /)]);
  expect([refused.code, refused.stdout]).toEqual([1, '']);
});

test('help that was asked for is no mistake', async () => {
  const run = await derin('grade', '--help');
  expect([run.code, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toContain('--seeds');
});

test.skipIf(!proven)(
  'doctor and grade: the documents hold to the contract; a low score and a crash are done',
  async () => {
    const doctor = await derin('doctor', '--json');
    expect([doctor.code, documents.doctor.parse(documentOf(doctor)).ok]).toEqual([0, true]);
    const good = await derin('grade', 'a01', REFERENCE, '--seeds', '2', '--engine', 'auto', '--json');
    const report = documents.grade.parse(documentOf(good));
    expect([good.code, report.outcome, report.seeds.length, report.metrics[0]?.perSeed.length]).toEqual([
      0,
      'graded',
      2,
      2,
    ]);
    const broken = await derin(
      'grade',
      'a01',
      file('syntax.js', 'const a = 1;\nconst = 2;\n'),
      '--seed',
      '42',
      '--json',
    );
    expect(broken.code).toBe(0);
    expect(documents.grade.parse(documentOf(broken))).toMatchObject({
      seeds: [42],
      outcome: 'crashed',
      fraction: null,
      message: { line: 2 },
    });
  },
);

test.skipIf(proven)(`doctor and grade refuse where the isolation is not proven: ${why}`, async () => {
  const doctor = await derin('doctor', '--json');
  expect([doctor.code, documents.doctor.parse(documentOf(doctor)).ok]).toEqual([1, false]);
  const run = await derin('grade', 'a01', REFERENCE, '--json');
  expect([run.code, documents.refusal.parse(documentOf(run)).error.code]).toEqual([1, 'cli.gradingOff']);
});
