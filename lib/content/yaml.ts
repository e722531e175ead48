import { LineCounter, parseDocument, isMap, isPair, isScalar, isSeq, type Document } from 'yaml';
import { z } from 'zod';
import type { Fault } from './fault.ts';

export type Parsed<T> = { value: T | null; faults: Fault[]; lineOf(path: readonly PropertyKey[]): number };

/** Reads one YAML file against a schema; every violation is reported at the line it stands on, all at once. */
export function parseYaml<T>(file: string, source: string, schema: z.ZodType<T>): Parsed<T> {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, uniqueKeys: true });
  const lineOf = (path: readonly PropertyKey[]) => lineAt(document, counter, path);
  if (document.errors.length) return { value: null, faults: onePerLine(document.errors.map((e) => syntaxFault(file, counter.linePos(e.pos[0]).line, e.message))), lineOf };
  const content = plain(document);
  if (content instanceof Error) return { value: null, faults: [syntaxFault(file, 1, content.message)], lineOf };
  const parsed = schema.safeParse(content);
  if (parsed.success) return { value: parsed.data, faults: [], lineOf };
  const inTurkish = schema.safeParse(content, { error: TURKISH }).error?.issues ?? [];
  return { value: null, faults: parsed.error.issues.flatMap((issue, i) => schemaFaults(file, issue, inTurkish[i]?.message ?? issue.message, content, lineOf)), lineOf };
}

/** The parser's second complaint about a line is an echo of its first. */
const onePerLine = (faults: Fault[]): Fault[] => faults.filter((fault, i) => faults.findIndex((f) => f.line === fault.line) === i);

/** The document as plain data; an error where aliases multiply beyond reason. */
function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 });
  } catch (error) {
    return error;
  }
}

const TURKISH = z.locales.tr().localeError;

const firstLine = (text: string) => text.split('\n', 1)[0]!;

const syntaxFault = (file: string, line: number, message: string): Fault => ({
  file,
  line,
  code: 'yaml',
  message: { tr: `YAML okunamadı: ${firstLine(message)}`, en: `The YAML cannot be read: ${firstLine(message)}` },
});

type Issue = z.core.$ZodIssue;

function schemaFaults(file: string, issue: Issue, turkish: string, content: unknown, lineOf: (path: readonly PropertyKey[]) => number): Fault[] {
  const where = issue.path.map(String).join('.') || 'file';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ file, line: lineOf([...issue.path, key]), code: 'unknownField', message: { tr: `Bilinmeyen alan: ${key}`, en: `Unknown field: ${key}` } }));
  }
  if (valueAt(content, issue.path) === undefined) return [{ file, line: lineOf(issue.path), code: 'missing', message: { tr: `Eksik alan: ${where}`, en: `Missing field: ${where}` } }];
  return [{ file, line: lineOf(issue.path), code: 'invalid', message: { tr: `${where} geçersiz: ${turkish}`, en: `${where} is invalid: ${issue.message}` } }];
}

const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value: unknown, part) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined), content);

/** The line of the deepest part of `path` that exists. */
function lineAt(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = rangeStart(node) ?? 0;
  for (const part of path) {
    const next = isMap(node) ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === part) : isSeq(node) ? node.items[Number(part)] : undefined;
    if (next === undefined) break;
    offset = rangeStart(isPair(next) ? next.key : next) ?? offset;
    node = isPair(next) ? next.value : next;
  }
  return counter.linePos(offset).line;
}

function rangeStart(node: unknown): number | undefined {
  const range = (node as { range?: [number, number, number] } | null)?.range;
  return range?.[0];
}
