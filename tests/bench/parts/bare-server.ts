import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Sqlite from 'better-sqlite3';

/**
 * The baseline of `bench page`: the exam page and a save with node:http and better-sqlite3 alone, on the product's database. It knows
 * who asks from a signed cookie, reads the same rows and writes the same row; it has no framework, no layers and no other pages.
 * Arguments: database file, cookie key. Prints its port.
 */
const [file, key] = process.argv.slice(2) as [string, string];
const db = new Sqlite(file);
for (const pragma of [
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'foreign_keys = ON',
  'busy_timeout = 5000',
])
  db.pragma(pragma);

const user = db.prepare('select id, name, lang from users where id = ? and disabled_at is null');
const attempt = db.prepare(
  'select a.*, e.content as exam from attempts a join exams e on e.id = a.exam_id where a.id = ? and a.user_id = ?',
);
const paper = db.prepare(`
  select v.id, v.position, v.content, v.points_max, q.content as question, r.answer, r.flagged, r.sequence
  from variants v join question_versions q on q.question = v.question and q.version = v.version
  left join responses r on r.variant_id = v.id where v.attempt_id = ? order by v.position`);
const place = db.prepare(`
  select a.state, a.due_at as dueAt, r.sequence from variants v join attempts a on a.id = v.attempt_id
  left join responses r on r.variant_id = v.id where v.id = ? and a.id = ? and a.user_id = ?`);
const upsert = db.prepare(`
  insert into responses (variant_id, answer, flagged, sequence, saved_at) values (:variant, :answer, :flagged, :sequence, :at)
  on conflict (variant_id) do update set answer = :answer, flagged = :flagged, sequence = :sequence, saved_at = :at`);

type Person = { id: string; name: string; lang: 'tr' | 'en' };
type Item = {
  id: string;
  position: number;
  content: string;
  points_max: number;
  question: string;
  answer: string | null;
  flagged: number | null;
  sequence: number | null;
};
type Save = { answer: unknown; flagged: boolean; sequence: number };

function whoAsks(request: http.IncomingMessage): Person | undefined {
  const [id = '', signature = ''] = /who=([^;]*)/.exec(request.headers.cookie ?? '')?.[1]?.split('.') ?? [];
  const right = createHmac('sha256', key).update(id).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === right.length && timingSafeEqual(given, right)
    ? (user.get(id) as Person | undefined)
    : undefined;
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

function page({ id, name, lang }: Person, attemptId: string): string | null {
  const found = attempt.get(attemptId, id) as { exam: string; due_at: number } | undefined;
  if (!found) return null;
  const title = JSON.parse(found.exam).title[lang];
  const items = (paper.all(attemptId) as Item[]).map(
    ({ id: variant, position, content, points_max: points, question, answer, sequence }) => {
      const { stem, options } = JSON.parse(question) as {
        stem: Record<string, string>;
        options?: Record<string, string>[];
      };
      const chosen = `data-variant="${variant}" data-params="${escape(content)}" data-answer="${escape(answer ?? '')}" data-sequence="${sequence ?? 0}"`;
      return `<section ${chosen}><h2>${position} (${points / 100})</h2><p>${escape(stem[lang]!)}</p><ul>${(options ?? []).map((o) => `<li>${escape(o[lang]!)}</li>`).join('')}</ul></section>`;
    },
  );
  return `<!doctype html><html lang="${lang}"><title>${escape(title)}</title><body data-due="${found.due_at}"><header>${escape(name)}</header><h1>${escape(title)}</h1>${items.join('')}</body></html>`;
}

const save = db.transaction(
  (person: Person, attemptId: string, variant: string, { answer, flagged, sequence }: Save) => {
    const found = place.get(variant, attemptId, person.id) as
      { state: string; dueAt: number | null; sequence: number | null } | undefined;
    const at = Date.now();
    if (!found || found.state !== 'open' || (found.dueAt !== null && at > found.dueAt)) return null;
    if (!Number.isInteger(sequence) || typeof flagged !== 'boolean' || sequence <= (found.sequence ?? 0))
      return null;
    upsert.run({ variant, answer: JSON.stringify(answer), flagged: Number(flagged), sequence, at });
    return { savedAt: at };
  },
);

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const person = whoAsks(request);
  const [, attemptId, variant] =
    /^\/attempts\/([^/]+)(?:\/responses\/([^/]+))?$/.exec(request.url ?? '') ?? [];
  if (!person || !attemptId) return void response.writeHead(person ? 404 : 401).end();
  const body = variant
    ? save.immediate(person, attemptId, variant, JSON.parse(await textOf(request)) as Save)
    : page(person, attemptId);
  if (body === null) return void response.writeHead(409).end();
  const type = variant ? 'application/json' : 'text/html; charset=utf-8';
  response
    .writeHead(200, { 'content-type': type })
    .end(typeof body === 'string' ? body : JSON.stringify(body));
}

const server = http
  .createServer((request, response) => void answer(request, response))
  .listen(0, '127.0.0.1', () => {
    process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
  });
