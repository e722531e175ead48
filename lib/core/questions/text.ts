import type { Lang } from '../lang.ts';
import type { Params } from './generator.ts';

/** Markdown of a stem: code fences, code spans and display or inline math keep their own number style. */
const VERBATIM = /(```[\s\S]*?```|`[^`]*`|\$\$[\s\S]*?\$\$|\$(?!\{)(?:\$\{\w+\}|[^$])*\$)/g;
const PLACEHOLDER = /\$\{(\w+)\}/g;

/**
 * Inserts the parameters of a variant into a text. Numbers follow the language (0,5 in Turkish, 0.5 in English) outside code,
 * and inside math with a brace so that the comma keeps its spacing. Throws on an unknown name: the text and its generator disagree.
 */
export function insertParams(text: string, params: Params, lang: Lang): string {
  return text
    .split(VERBATIM)
    .map((part) => part.replace(PLACEHOLDER, (_, name: string) => formatParam(name, params, styleOf(part), lang)))
    .join('');
}

type Style = 'text' | 'code' | 'math';
const styleOf = (part: string): Style => (part.startsWith('`') ? 'code' : /^\$(?!\{)/.test(part) ? 'math' : 'text');

function formatParam(name: string, params: Params, style: Style, lang: Lang): string {
  const value = params[name];
  if (value === undefined) throw new Error(`unknown parameter \${${name}}`);
  if (typeof value !== 'object') return formatOne(value, style, lang);
  const separator = style !== 'code' && lang === 'tr' ? '; ' : ', ';
  return `[${value.map((v) => formatOne(v, style, lang)).join(separator)}]`;
}

function formatOne(value: string | number | boolean, style: Style, lang: Lang): string {
  if (typeof value !== 'number' || style === 'code' || lang === 'en') return String(value);
  return String(value).replace('.', style === 'math' ? '{,}' : ',');
}
