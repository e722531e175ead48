import { createHash, createHmac } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { operator } from '#lib/auth/actors.ts';
import type { Receipt } from '#lib/core/exams/receipt.ts';
import type { AttemptId, VariantId } from '#lib/core/ids.ts';
import { database } from '#lib/data/database.ts';
import { selectPaper } from '#lib/data/attempts.ts';
import { handIn } from '#lib/services/attempts/hand-in.ts';
import { verifyReceipt } from '#lib/services/attempts/receipts.ts';
import { saveResponse } from '#lib/services/attempts/save.ts';
import { startAttempt } from '#lib/services/attempts/start.ts';
import { derin, documentOf } from '../../contract/cli/run.ts';
import { GET } from '../../../app/attempts/[id]/receipts/route.ts';
import { logIn } from './browser.ts';
import { makeUser, makeWorld, type World } from './world.ts';

vi.mock('next/headers', async () => (await import('./browser.ts')).nextHeaders);
vi.mock('next/navigation', async () => (await import('./browser.ts')).nextNavigation);

const SECRET = process.env['NEXTAUTH_SECRET']!;
let world: World;
let attempt: AttemptId;
const place = (question: string): VariantId =>
  selectPaper(attempt).find((row) => row.variant.question === question)!.variant.id;

beforeEach(async () => {
  world = makeWorld();
  const started = await startAttempt(world.deniz, world.exam);
  if (!started.ok) throw new Error(started.error.code);
  attempt = started.value;
});

function save(answer: unknown, sequence: number, question = 'nu'): Receipt {
  const saved = saveResponse(world.deniz, attempt, place(question), { answer, flagged: false, sequence });
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.receipt;
}
const verify = (receipt: Receipt, secret = SECRET) => verifyReceipt(operator(), receipt, secret);

test('a save is answered with its receipt: who reads the source can compute it, who lacks the secret cannot', () => {
  const { signature, ...receipt } = save({ text: '0,37' }, 3);
  const answerHash = createHash('sha256').update('{"text":"0,37"}').digest('hex');
  expect(receipt).toEqual({
    attempt,
    variant: place('nu'),
    sequence: 3,
    answerHash,
    savedAt: expect.any(Number),
  });
  const text = JSON.stringify(['derin-receipt-1', attempt, receipt.variant, 3, answerHash, receipt.savedAt]);
  const key = createHmac('sha256', SECRET).update('receipts').digest();
  expect(signature).toBe(createHmac('sha256', key).update(text).digest('hex'));
});

test('a save that is confirmed again has the same receipt', () =>
  expect(save({ text: '1' }, 1)).toEqual(save({ text: '1' }, 1)));

test('the last save is kept the same, an earlier one was replaced, and what the database lost is told', () => {
  const [first, last] = [save({ text: '1' }, 1), save({ text: '2' }, 2)];
  expect([verify(first), verify(last)]).toEqual([
    { genuine: true, kept: 'replaced' },
    { genuine: true, kept: 'same' },
  ]);
  database().run('update responses set answer = \'{"text":"3"}\'');
  expect(verify(last)).toEqual({ genuine: true, kept: 'lost' });
  database().run('delete from responses');
  expect(verify(last)).toEqual({ genuine: true, kept: 'lost' });
});

test.each<[string, (receipt: Receipt) => Partial<Receipt>]>([
  ['another time', ({ savedAt }) => ({ savedAt: savedAt - 1 })],
  ['another number', ({ sequence }) => ({ sequence: sequence + 1 })],
  ['another answer', () => ({ answerHash: '0'.repeat(64) })],
  ['another question', () => ({ variant: place('sh') })],
  ['another attempt', () => ({ attempt: 'att_2222222222222222' as AttemptId })],
  [
    'another signature',
    ({ signature }) => ({ signature: signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }),
  ],
])('%s is not genuine', (_, change) => {
  const receipt = save({ text: '1' }, 1);
  expect(verify({ ...receipt, ...change(receipt) })).toEqual({ genuine: false, kept: null });
});

test('a receipt of another installation is not genuine', () =>
  expect(verify(save({ text: '1' }, 1), 'another secret of thirty-two bytes')).toMatchObject({
    genuine: false,
  }));

async function download(id: string): Promise<Response> {
  return GET(new Request('http://derin.test/x', { headers: { host: 'derin.test' } }), {
    params: Promise.resolve({ id }),
  });
}

test('the receipts of the own paper come as a file in the order of its questions, before and after hand-in', async () => {
  const receipts = [save({ text: '(2, 3)' }, 1, 'sh'), save({ text: '1' }, 2)];
  const ordered = selectPaper(attempt).flatMap(({ variant }) =>
    receipts.filter((receipt) => receipt.variant === variant.id),
  );
  await logIn(world.deniz.userId);
  for (const act of [() => {}, () => handIn(world.deniz, attempt)]) {
    act();
    const response = await download(attempt);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="derin-receipts-${attempt}.json"`,
    );
    expect(await response.json()).toEqual({ receipts: ordered });
  }
});

test('nobody, staff, another student and a made-up id get none', async () => {
  const answers = [];
  for (const who of [null, makeUser('ogretmen', 'instructor'), world.isil.userId]) {
    await logIn(who);
    answers.push((await download(attempt)).status);
  }
  await logIn(world.deniz.userId);
  expect([...answers, (await download('att_x')).status]).toEqual([401, 403, 404, 404]);
});

test('derin receipt verify: exit 0 for what is kept, 1 for a forgery, and never a new secret', async () => {
  const folder = process.env['DERIN_DATA']!;
  const file = path.join(folder, 'receipts.json');
  const [first, last] = [save({ text: '1' }, 1), save({ text: '2' }, 2)];
  writeFileSync(file, JSON.stringify({ receipts: [first, last] }));
  const homeless = await derin('receipt', 'verify', file, '--json');
  expect([homeless.code, documentOf(homeless)]).toMatchObject([1, { error: { code: 'cli.noInstallation' } }]);
  mkdirSync(folder, { recursive: true });
  const session = Buffer.alloc(32, 7).toString('hex');
  writeFileSync(path.join(folder, 'secrets.json'), JSON.stringify({ session, hiddenData: session }));
  const foreign = await derin('receipt', 'verify', file, '--json');
  expect([foreign.code, documentOf(foreign)]).toMatchObject([
    1,
    {
      ok: false,
      receipts: [
        { genuine: false, kept: null },
        { genuine: false, kept: null },
      ],
    },
  ]);
  process.env['NEXTAUTH_SECRET'] = session;
  writeFileSync(file, JSON.stringify({ receipts: [save({ text: '1' }, 3), save({ text: '2' }, 4)] }));
  process.env['NEXTAUTH_SECRET'] = SECRET;
  const own = await derin('receipt', 'verify', file, '--json');
  expect([own.code, documentOf(own)]).toMatchObject([
    0,
    {
      ok: true,
      receipts: [
        { sequence: 3, kept: 'replaced' },
        { sequence: 4, kept: 'same' },
      ],
    },
  ]);
  writeFileSync(file, '{"receipts":[]}');
  const empty = await derin('receipt', 'verify', file, '--json');
  expect([empty.code, documentOf(empty)]).toMatchObject([1, { error: { code: 'cli.noReceipt' } }]);
});
