import 'server-only';
import rehypeKatex from 'rehype-katex';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import javascript from 'shiki/langs/javascript.mjs';
import python from 'shiki/langs/python.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import dark from 'shiki/themes/github-dark-high-contrast.mjs';
import light from 'shiki/themes/github-light-high-contrast.mjs';
import { unified } from 'unified';
import { MATH } from './markdown-settings.ts';

/**
 * Markdown with maths and highlighted code, rendered on the server. Sanitised first, so what KaTeX and Shiki add afterwards is ours and
 * what an author wrote can carry no script, handler or foreign address. Colours are CSS variables: one rendering serves light and dark.
 */
const THEMES = { themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' }, defaultColor: false } as const;

const SAFE = {
  ...defaultSchema,
  attributes: { ...defaultSchema.attributes, code: [['className', /^language-./, 'math-inline', 'math-display']] },
  protocols: { ...defaultSchema.protocols, href: ['https'], src: [] },
  tagNames: defaultSchema.tagNames!.filter((tag) => tag !== 'img' && tag !== 'input'),
} as typeof defaultSchema;

let highlighter: Promise<HighlighterCore> | null = null;
const getHighlighter = () => (highlighter ??= createHighlighterCore({ themes: [light, dark], langs: [python, javascript, typescript], engine: createJavaScriptRegexEngine() }));

type Processor = { process(text: string): Promise<{ toString(): string }> };
let processor: Promise<Processor> | null = null;

async function makeProcessor(): Promise<Processor> {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkRehype)
    .use(rehypeSanitize, SAFE)
    .use(rehypeKatex, MATH)
    .use(rehypeShikiFromHighlighter, await getHighlighter(), THEMES)
    .use(rehypeStringify) as unknown as Processor;
}

const CACHE_MAX = 2000;
const cache = new Map<string, Promise<string>>();

/** HTML of a Markdown text. Rendering the same text again is a look-up. */
export function renderMarkdown(text: string): Promise<string> {
  return cached(`m${text}`, async () => String(await (await (processor ??= makeProcessor())).process(text)));
}

/** HTML of one line of Markdown without its paragraph. */
export async function renderInline(text: string): Promise<string> {
  const html = await renderMarkdown(text);
  return html.replace(/^<p>([\s\S]*)<\/p>$/, (whole, inner: string) => (inner.includes('<p>') ? whole : inner));
}

/** HTML of a code block. */
export function highlight(code: string, language: 'python' | 'javascript' | 'typescript'): Promise<string> {
  return cached(`${language}\0${code}`, async () => (await getHighlighter()).codeToHtml(code, { lang: language, ...THEMES }));
}

/** Least recently used first out: a Map keeps insertion order. */
function cached(key: string, make: () => Promise<string>): Promise<string> {
  const found = cache.get(key);
  if (found) {
    cache.delete(key);
    cache.set(key, found);
    return found;
  }
  const made = make();
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  if (cache.size > CACHE_MAX) cache.delete(cache.keys().next().value!);
  return made;
}
