import { correctAnswer } from '#lib/core/questions/key.ts';
import type { AttemptId } from '#lib/core/ids.ts';
import type { Student } from '#lib/core/actors.ts';
import { selectExams, selectPaper } from '#lib/data/attempts.ts';
import { startAttempt } from '#lib/services/attempts/start.ts';
import { rowOf, type Bench, type Row } from './bench.ts';
import { startBareWeb } from './parts/bare-web.ts';
import { withInstallation } from './parts/installation.ts';
import { sendBlock, type Ask, type Block } from './parts/load.ts';
import type { Server } from './parts/server.ts';
import { studentOfCourse, STUDENT_EMAIL } from './parts/student.ts';
import { logIn, startWeb } from './parts/web.ts';

/**
 * The two requests of an exam, its page and a save, against the web application and against a bare server on the same database: a
 * logged-in student's real paper, one connection for each of its questions. CPU time per request is the steady figure; requests per second
 * also depend on what else the machine does, and the sender needs a share of it.
 */
const BLUEPRINT = 'practice-mixed';
/** Compiles and fills caches; a server counts as warm after as many again as it answers in a block. */
const FIRST_REQUESTS = 200;
/** A block is as many requests as a warm server answers in this time, so that steps of 10 ms of CPU time do not show. */
const BLOCK_SECONDS = 2;
const BLOCK_REQUESTS_MAX = 20_000;

export default { rounds: 5, run } satisfies Bench;

function run(rounds: number): Promise<Row[]> {
  return withInstallation(async (installation) => {
    const student = studentOfCourse();
    const attempt = await startPaper(student);
    const web = await startWeb(installation);
    const bare = await startBareWeb(installation, student.userId);
    const { password } = installation.accounts!.find(({ email }) => email === STUDENT_EMAIL)!;
    const cookie = await logIn(web.url, STUDENT_EMAIL, password);
    const sequence = countUp();
    const pairs: Pair[] = [
      {
        measure: 'exam page',
        own: [web, pageAsks(attempt, '/attempts', cookie)],
        bare: [bare, pageAsks(attempt, '/attempts', bare.cookie)],
      },
      {
        measure: 'save',
        own: [web, saveAsks(attempt, '/api/attempts', cookie, sequence)],
        bare: [bare, saveAsks(attempt, '/attempts', bare.cookie, sequence)],
      },
    ];
    const rows: Row[] = [];
    for (const pair of pairs) rows.push(...(await compare(pair, rounds)));
    return rows;
  });
}

async function startPaper(student: Student): Promise<AttemptId> {
  const exam = selectExams(student.courses[0]!).find(({ blueprint }) => blueprint === BLUEPRINT)!;
  const started = await startAttempt(student, exam.id);
  if (!started.ok) throw new Error(`The paper was refused: ${started.error.code}`);
  return started.value;
}

const countUp = () => {
  let count = 0;
  return () => ++count;
};

const pageAsks = (attempt: AttemptId, under: string, cookie: string): Ask[] =>
  selectPaper(attempt).map(() => ({ method: 'GET', path: `${under}/${attempt}`, headers: { cookie } }));

/** Each connection saves its own question, with the right answer and a sequence that only grows, as the page does. */
const saveAsks = (attempt: AttemptId, under: string, cookie: string, sequence: () => number): Ask[] =>
  selectPaper(attempt).map(({ variant, question }) => ({
    method: 'PUT',
    path: `${under}/${attempt}/responses/${variant.id}`,
    headers: { cookie, 'content-type': 'application/json' },
    next: () =>
      JSON.stringify({
        answer: correctAnswer(question, variant.content),
        flagged: false,
        sequence: sequence(),
      }),
  }));

type Side = readonly [Server, Ask[]];
type Pair = { measure: string; own: Side; bare: Side };

async function compare({ measure, own, bare }: Pair, rounds: number): Promise<Row[]> {
  const requests = { own: await warmUp(own), bare: await warmUp(bare) };
  const blocks: { own: Block; bare: Block }[] = [];
  for (let round = 0; round < rounds; round++)
    blocks.push({
      own: await sendBlock(...own, requests.own),
      bare: await sendBlock(...bare, requests.bare),
    });
  const both = <T>(pick: (block: Block) => T) => ({
    own: blocks.map((b) => pick(b.own)),
    bare: blocks.map((b) => pick(b.bare)),
  });
  const latencies = both((block) => block.latenciesMs);
  const baseline = 'node:http + better-sqlite3';
  return [
    rowOf({
      measure: `${measure}, CPU per request`,
      unit: 'ms',
      baseline,
      ...both((block) => block.cpuMsPerRequest),
    }),
    rowOf({
      measure: `${measure}, requests per second`,
      unit: 'requests/s',
      baseline,
      ...both((block) => block.requestsPerSecond),
    }),
    rowOf({
      measure: `${measure}, answer time with ${own[1].length} connections`,
      unit: 'ms',
      baseline,
      own: latencies.own.flat(),
      bare: latencies.bare.flat(),
    }),
  ];
}

/** Gives the number of requests of a block. */
async function warmUp(side: Side): Promise<number> {
  const sizeOf = ({ requestsPerSecond }: Block) =>
    Math.min(BLOCK_REQUESTS_MAX, Math.ceil(BLOCK_SECONDS * requestsPerSecond));
  const first = await sendBlock(...side, FIRST_REQUESTS);
  return sizeOf(await sendBlock(...side, sizeOf(first)));
}
