import type { Lang } from '../lang.ts';
import type { Picture } from './data.ts';
import { drawText, svg } from './svg.ts';

const SHOWN = 6;
const ROW = { width: 400, height: 38, words: 14, ids: 30 };

type Review = { words: readonly string[]; label: number };

/** The first reviews with their labels, and under each the ids the model gets. */
export function drawReviews(
  all: readonly Review[],
  idsOf: (words: readonly string[]) => readonly number[],
  lang: Lang,
): Picture {
  const shown = all.slice(0, SHOWN);
  const rows = shown.map(({ words, label }, i) => {
    const top = i * ROW.height;
    const said = drawText(0, top + ROW.words, words.join(' '));
    const judged = drawText(ROW.width, top + ROW.words, LABELS[lang][label]!, 'end');
    const ids = `<g font-size="11" fill-opacity="0.7" font-family="monospace">${drawText(0, top + ROW.ids, idsOf(words).join(' '))}</g>`;
    return said + judged + ids;
  });
  const told = shown.map(({ words, label }) => `“${words.join(' ')}” ${LABELS[lang][label]}`);
  const alt = ALT[lang](told.join('; '));
  const body = `<g fill="currentColor" font-size="13">${rows.join('')}</g>`;
  return { svg: svg(ROW.width, SHOWN * ROW.height, alt, body), alt };
}

const LABELS = { tr: ['0 olumsuz', '1 olumlu'], en: ['0 negative', '1 positive'] } as const;

const ALT = {
  tr: (reviews: string) => `Eğitim verisinden altı yorum, etiketleri ve sözcük kimlikleri: ${reviews}.`,
  en: (reviews: string) => `Six reviews of the training data with their labels and word ids: ${reviews}.`,
};
