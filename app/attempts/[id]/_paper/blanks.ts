/**
 * Blanks in highlighted code. The highlighter sees an ordinary name where a blank is, so the code around it is coloured as code; the
 * coloured text is then cut at those names, each piece with its tags balanced.
 */
export const markBlanks = (program: string): string => program.replace(/\{\{(b\d+)\}\}/g, '__$1__');

const LINE = /^<span class="line">(.*)<\/span>$/gm;
const TOKEN = /(<span style="[^"]*">)([^<]*)(<\/span>)/g;
const MARK = /__(b\d+)__/g;

/** "<pre><code>…Dense(__b1__)…</code></pre>" → "Dense(", blank b1, ")". */
export function splitBlanks(html: string): ({ html: string } | { blank: string })[] {
  const code = html.replace(/^[\s\S]*?<code[^>]*>|<\/code>[\s\S]*$/g, '').replace(LINE, '$1');
  const open = code.replace(TOKEN, (_, start: string, text: string, end: string) => start + text.replace(MARK, `${end}$&${start}`) + end);
  return open.split(MARK).map((part, i) => (i % 2 ? { blank: part } : { html: part }));
}
