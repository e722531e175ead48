import { getLocale } from 'next-intl/server';
import type { Answer } from '#lib/core/questions/answer.ts';
import type { Lang } from '#lib/core/lang.ts';
import { assertNever } from '#lib/core/result.ts';
import type { ViewBody } from '#lib/core/questions/view.ts';
import { formatScore } from '#lib/i18n/format.ts';
import { highlight, renderInline, renderMarkdown } from '#lib/content/markdown.ts';
import type { PaperView } from '#lib/services/attempts/paper.ts';
import { markBlanks, splitBlanks } from './blanks.ts';
import type { Item, ItemBody, Labelled } from './types.ts';

/** Renders every question of a paper on the server, so the page needs no Markdown, maths or highlighting code. */
export async function renderItems(items: PaperView['items']): Promise<Item[]> {
  const lang = (await getLocale()) as Lang;
  return Promise.all(
    items.map(async (item) => ({
      variant: item.variant,
      position: item.position,
      points: formatScore(item.pointsMax, lang),
      stem: await renderMarkdown(item.view.stem),
      code: item.view.code ? await highlight(item.view.code.text, item.view.code.language) : null,
      body: await renderBody(item.view.body),
      answer: item.answer as Answer | null,
      flagged: item.flagged,
      sequence: item.sequence,
    })),
  );
}

const labelled = async ({ id, text }: { id: string; text: string }): Promise<Labelled> => ({ id, html: await renderInline(text) });
const all = (labels: { id: string; text: string }[]) => Promise.all(labels.map(labelled));

async function renderBody(body: ViewBody): Promise<ItemBody> {
  switch (body.kind) {
    case 'choose':
      return { ...body, options: await all(body.options) };
    case 'judge':
      return { kind: 'judge', reasons: await all(body.reasons) };
    case 'table':
      return { kind: 'table', columns: await Promise.all(body.columns.map(async (c) => ({ ...(await labelled(c)), choices: c.choices }))), rows: await all(body.rows) };
    case 'cloze':
      return { kind: 'cloze', parts: splitBlanks(await highlight(markBlanks(body.program), body.language)) };
    case 'number':
    case 'shape':
    case 'interval':
      return body;
    default:
      return assertNever(body);
  }
}
