import { fail, ok, type Result } from '../result.ts';

export type ParsedNumber = { value: number };
export type NumberCode = 'formats.empty' | 'formats.notANumber' | 'formats.thousands' | 'formats.divisionByZero' | 'formats.percentNotAsked';

const PLAIN = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
const FRACTION = /^([+-]?\d+)\/(\d+)$/;
/** "1.000" and "1,250" mean a thousand to one reader and one to another: never guessed. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}([.,]\d{3})$/;
const GROUPED = /^[+-]?\d{1,3}([.,' \u00a0]\d{3})+([.,]\d+)?$/;

/**
 * Reads a number as students type it in Turkish and English: 0.5, 0,5, .5, 1/2, 5e-1, −3, and %50 or 50% where the question
 * asks for a ratio. Thousands separators are refused with a hint.
 */
export function parseNumber(text: string, options: { ratio?: boolean } = {}): Result<ParsedNumber, { code: NumberCode }> {
  const compact = text.normalize('NFKC').trim().replace(/[−–]/g, '-');
  if (compact === '') return fail('formats.empty');
  const percent = /^%\s*(.+)$|^(.+?)\s*%$/.exec(compact);
  if (percent && !options.ratio) return fail('formats.percentNotAsked');
  const body = percent ? (percent[1] ?? percent[2])! : compact;
  const parsed = parsePlain(body);
  if (!parsed.ok || !percent) return parsed;
  return ok({ value: parsed.value.value / 100 });
}

function parsePlain(text: string): Result<ParsedNumber, { code: NumberCode }> {
  const fraction = FRACTION.exec(text.replace(/\s*\/\s*/, '/'));
  if (fraction) return Number(fraction[2]) === 0 ? fail('formats.divisionByZero') : ok({ value: Number(fraction[1]) / Number(fraction[2]) });
  if (AMBIGUOUS.test(text) || (GROUPED.test(text) && !PLAIN.test(text))) return fail('formats.thousands');
  if (!PLAIN.test(text)) return fail('formats.notANumber');
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? ok({ value }) : fail('formats.notANumber');
}
