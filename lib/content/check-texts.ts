import katex from 'katex';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { LANGS, type Lang } from '#lib/core/lang.ts';
import type { Params } from '#lib/core/questions/generator.ts';
import type { Question } from '#lib/core/questions/schema.ts';
import { insertParams } from '#lib/core/questions/text.ts';
import type { Fault } from './fault.ts';
import { MATH } from './markdown-settings.ts';

type Place = { file: string; lineOf(path: readonly PropertyKey[]): number };
type Problem = { code: string; tr: string; en: string };

/**
 * Every text of a question, in both languages, as a student would get it: each placeholder has a value, each formula renders, and
 * nothing is lost to the sanitiser. `params` is a sample of a computed question's parameters, `{}` for any other.
 */
export function textFaults(question: Question, params: Params, { file, lineOf }: Place): Fault[] {
  return textsOf(question, []).flatMap(({ path, lang, text }) =>
    problemsOf(text, params, lang).map(({ code, tr, en }) => ({ file, line: lineOf(path), code, message: { tr, en } })),
  );
}

type Found = { path: PropertyKey[]; lang: Lang; text: string };

/** Strings that stand under a language's name, with where they stand. */
function textsOf(value: unknown, path: PropertyKey[]): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    const lang = LANGS.find((l) => l === name);
    return lang && typeof child === 'string' ? [{ path: here, lang, text: child }] : textsOf(child, here);
  });
}

function problemsOf(text: string, params: Params, lang: Lang): Problem[] {
  try {
    const filled = insertParams(text, params, lang);
    return /[<$[]/.test(filled) ? nodesOf(parser.parse(filled) as Node).flatMap(problemOf) : [];
  } catch (error) {
    return [{ code: 'placeholder', tr: `metin doldurulamadı: ${(error as Error).message}`, en: `the text cannot be filled in: ${(error as Error).message}` }];
  }
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

type Node = { type: string; value?: string; url?: string; children?: Node[] };
const nodesOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

function problemOf(node: Node): Problem[] {
  switch (node.type) {
    case 'html':
      return [{ code: 'rawHtml', tr: `HTML gösterilmez: ${node.value}; kod olarak yazın`, en: `HTML is not shown: ${node.value}; write it as code` }];
    case 'image':
      return [{ code: 'image', tr: 'metne görüntü konamaz', en: 'a text cannot hold an image' }];
    case 'link':
      return node.url!.startsWith('https://') ? [] : [{ code: 'link', tr: `yalnızca https bağlantısı olur: ${node.url}`, en: `only https links are kept: ${node.url}` }];
    case 'math':
    case 'inlineMath':
      return mathProblem(node.value!);
    default:
      return [];
  }
}

function mathProblem(formula: string): Problem[] {
  try {
    katex.renderToString(formula, { ...MATH, throwOnError: true });
    return [];
  } catch (error) {
    const why = (error as Error).message.split('\n', 1)[0]!;
    return [{ code: 'math', tr: `formül gösterilemiyor: $${formula}$ (${why})`, en: `the formula cannot be shown: $${formula}$ (${why})` }];
  }
}
