import type { Lang } from '#lib/core/lang.ts';
import { grader } from './messages/grader.ts';
import type { Tree } from './messages.ts';

/** A sentence of the grader host in `lang`; null where it is none of those in the catalogue, so that it stays as it is: in English. */
export function graderText(sentence: string, lang: Lang): string | null {
  for (const { pattern, names, texts } of SENTENCES) {
    const found = pattern.exec(sentence);
    if (!found) continue;
    const values = new Map(names.map((name, i) => [name, graderText(found[i + 1]!, lang) ?? found[i + 1]!]));
    return texts[lang].replace(HOLE, (_, name: string) => values.get(name)!);
  }
  return null;
}

const HOLE = /\{(\w+)\}/g;

const pairsOf = (tr: Tree, en: Tree): Record<Lang, string>[] =>
  Object.entries(en).flatMap(([key, text]) =>
    typeof text === 'string' ? [{ tr: tr[key] as string, en: text }] : pairsOf(tr[key] as Tree, text),
  );

/** The words around the values of a sentence; of two that fit, the one with more of them is meant. */
const wordsOf = (text: string): string[] => text.split(/\{\w+\}/);

const SENTENCES = pairsOf(grader.tr, grader.en)
  .map((texts) => ({
    texts,
    names: [...texts.en.matchAll(HOLE)].map(([, name]) => name!),
    pattern: new RegExp(`^${wordsOf(texts.en).map(RegExp.escape).join('([^]+)')}$`),
  }))
  .toSorted((a, b) => wordsOf(b.texts.en).join('').length - wordsOf(a.texts.en).join('').length);
