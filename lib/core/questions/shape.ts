import { fail, ok, type Result } from '../result.ts';
import type { Interval, Shape } from './schema.ts';
import { parseNumber } from '../numbers/parse.ts';

export type ShapeCode = 'formats.empty' | 'formats.notAShape';

/** Reads a tensor shape: (None, 26, 26, 32), [null,26], (?, 8), "26, 26, 32", "(3,)", and "()" for a scalar. */
export function parseShape(text: string): Result<Shape, { code: ShapeCode }> {
  const compact = text.normalize('NFKC').replace(/\s+/g, '');
  if (compact === '') return fail('formats.empty');
  const body = /^\((.*)\)$|^\[(.*)\]$|^([^()[\]]+)$/.exec(compact);
  if (!body) return fail('formats.notAShape');
  const inner = (body[1] ?? body[2] ?? body[3]!).replace(/,$/, '');
  if (inner === '') return ok([]);
  const axes = inner.split(/[,x×]/).map(parseAxis);
  return axes.length <= 8 && axes.every((a) => a !== undefined) ? ok(axes) : fail('formats.notAShape');
}

function parseAxis(text: string): number | null | undefined {
  if (/^(none|null|\?|batch)$/i.test(text)) return null;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A shape as Keras prints it: (None, 26, 26, 32), (3,), (). */
export function formatShape(shape: Shape): string {
  const axes = shape.map((axis) => axis ?? 'None');
  return axes.length === 1 ? `(${axes[0]},)` : `(${axes.join(', ')})`;
}

type End = Interval['low'];

/** Reads an end of an interval: a number, −inf, ∞, alpha, −α. */
export function parseEnd(text: string): Result<End, { code: 'formats.empty' | 'formats.notAnEnd' | 'formats.thousands' }> {
  const compact = text.normalize('NFKC').replace(/\s+/g, '').replace(/[−–]/g, '-').toLowerCase();
  if (compact === '') return fail('formats.empty');
  const symbol = /^([+-]?)(inf|infinity|sonsuz|∞|α|alpha|alfa)$/.exec(compact);
  if (symbol) {
    const negative = symbol[1] === '-';
    if (/^(α|alpha|alfa)$/.test(symbol[2]!)) return ok(negative ? '-alpha' : 'alpha');
    return ok(negative ? '-inf' : 'inf');
  }
  const number = parseNumber(compact);
  if (number.ok) return ok(number.value.value);
  return number.error.code === 'formats.thousands' ? fail('formats.thousands') : fail('formats.notAnEnd');
}
