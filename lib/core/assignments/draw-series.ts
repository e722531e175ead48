import type { Lang, Text } from '../lang.ts';
import type { Picture } from './data.ts';
import { drawAxes, drawLine, spanOf, svg } from './svg.ts';

const FRAME = { width: 360, height: 200, left: 48, right: 352, top: 8, bottom: 164 };

/** A series of values over their places, joined by a line. */
export function drawSeries(values: readonly number[], axes: { x: Text; y: Text }, lang: Lang): Picture {
  const { width, height, ...frame } = FRAME;
  const [x, y] = [
    { name: axes.x[lang], span: [0, values.length] as const },
    { name: axes.y[lang], span: spanOf(values) },
  ];
  const plot = drawAxes(frame, x, y);
  const line = drawLine(values.map((value, place) => [plot.px(place), plot.py(value)]));
  const alt = ALT[lang](values.length, x.name, y.name, y.span);
  return { svg: svg(width, height, alt, plot.svg + line), alt };
}

const ALT = {
  tr: (count: number, x: string, y: string, [low, high]: readonly [number, number]) =>
    `${count} değerlik çizgi grafiği: yatayda ${x}, dikeyde ${y} (${low}–${high}).`,
  en: (count: number, x: string, y: string, [low, high]: readonly [number, number]) =>
    `Line chart of ${count} values: ${x} across, ${y} up (${low}–${high}).`,
};
