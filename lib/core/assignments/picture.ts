import type { Lang, Text } from '../lang.ts';
import type { DataSet, Picture } from './data.ts';
import { drawImages, type ImageGrid } from './draw-images.ts';
import { drawAxes, spanOf, svg, type Span } from './svg.ts';

/** For two features of one unit: as high as wide. */
export const SQUARE = { width: 296, height: 276, left: 48, right: 280, top: 8, bottom: 240 };
const SCATTER = { width: 360, height: 220, left: 48, right: 352, top: 8, bottom: 184 };

/** Labels against one feature. `axes` name both with their units; ends of both axes are written at them. */
export function drawScatter(
  data: DataSet,
  feature: number,
  axes: { x: Text; y: Text },
  lang: Lang,
  size = SCATTER,
): Picture {
  const features = data.xShape[1]!;
  const points = Array.from(data.y, (y, row) => [data.x[row * features + feature]!, y] as const);
  const [spanX, spanY] = [spanOf(points.map(([x]) => x)), spanOf(points.map(([, y]) => y))];
  const { width, height, ...frame } = size;
  const plot = drawAxes(frame, { name: axes.x[lang], span: spanX }, { name: axes.y[lang], span: spanY });
  const dots = points.map(([x, y]) => `<circle cx="${plot.px(x)}" cy="${plot.py(y)}" r="2"/>`).join('');
  const alt = SCATTER_ALT[lang](points.length, axes.x[lang], axes.y[lang], spanX, spanY);
  const body = `${plot.svg}<g fill="currentColor" fill-opacity="0.45">${dots}</g>`;
  return { svg: svg(width, height, alt, body), alt };
}

const TWO_OF_EACH: Omit<ImageGrid, 'columns'> = {
  rows: 2,
  alts: {
    tr: (side) =>
      `Eğitim verisinden ${side}×${side} piksellik yirmi görüntü: 0'dan 9'a her rakamdan ikişer örnek.`,
    en: (side) =>
      `Twenty ${side}×${side} pixel images from the training data: two examples of each digit from 0 to 9.`,
  },
};

export const drawDigits = (data: DataSet, lang: Lang, grid = TWO_OF_EACH): Picture =>
  drawImages(data, lang, { ...grid, columns: 10 });

const SCATTER_ALT = {
  tr: (n: number, x: string, y: string, [x0, x1]: Span, [y0, y1]: Span) =>
    `${n} noktalı saçılım grafiği: yatayda ${x} (${x0} ile ${x1} arası), dikeyde ${y} (${y0} ile ${y1} arası).`,
  en: (n: number, x: string, y: string, [x0, x1]: Span, [y0, y1]: Span) =>
    `Scatter plot of ${n} points: ${x} (${x0} to ${x1}) across, ${y} (${y0} to ${y1}) up.`,
};
