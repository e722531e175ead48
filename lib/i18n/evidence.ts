import type { Finding } from '#lib/core/assignments/evidence.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatPercent, formatSignificant } from './format.ts';

/** Puts what a finding saw into its sentence: `{movedShare}` is a share of 1, every other number is told to three digits. */
export const evidenceText = (sentence: string, evidence: Finding['evidence'], lang: Lang): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => valueText(name, evidence[name], lang));

function valueText(name: string, value: Finding['evidence'][string] | null | undefined, lang: Lang): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return value.map((each) => valueText(name, each, lang)).join(' · ');
  return name.endsWith('Share')
    ? formatPercent(value, lang, value < 0.1 ? 1 : 0)
    : formatSignificant(value, lang);
}
