import type { Lang, Text } from '../lang.ts';
import type { DataSet, Picture } from './data.ts';
import { drawAxes, drawText, round, spanOf, svg } from './svg.ts';

const FRAME = { width: 360, height: 260, left: 48, right: 352, top: 28, bottom: 224 };
const LEGEND = { height: 12, apart: 150 };
/** Half the side of a mark. */
const MARK = 2.2;
const ROWS_MAX = 400;

type Names = { axes: { x: Text; y: Text }; classes: readonly [Text, Text] };

/** Two features of the first rows of two classes: class 0 as rings, class 1 as crosses. Shape tells them apart, not colour. */
export function drawClasses(
  data: DataSet,
  [first, second]: readonly [number, number],
  { axes, classes }: Names,
  lang: Lang,
): Picture {
  const points = Array.from(data.y.subarray(0, ROWS_MAX), (label, row) => {
    const at = row * data.xShape[1]!;
    return { label, x: data.x[at + first]!, y: data.x[at + second]! };
  });
  const of = (label: number) => points.filter((point) => point.label === label);
  const { width, height, ...frame } = FRAME;
  const x = { name: axes.x[lang], span: spanOf(points.map((point) => point.x)) };
  const y = { name: axes.y[lang], span: spanOf(points.map((point) => point.y)) };
  const plot = drawAxes(frame, x, y);
  const marks = [drawRing, drawCross].map((draw, label) => {
    const all = of(label).map((point) => draw(plot.px(point.x), plot.py(point.y)));
    return draw(frame.left + label * LEGEND.apart + 6, LEGEND.height) + all.join('');
  });
  const names = classes.map((name, label) =>
    drawText(frame.left + label * LEGEND.apart + 14, LEGEND.height + 4, name[lang]),
  );
  const body = `<g fill="none" stroke="currentColor"><g stroke-opacity="0.5">${marks[0]}</g>${marks[1]}</g><g fill="currentColor" font-size="11">${names.join('')}</g>`;
  const counted = classes.map((name, label) => `${name[lang]} (${of(label).length})`);
  const alt = ALT[lang](points.length, x.name, y.name, counted[0]!, counted[1]!);
  return { svg: svg(width, height, alt, plot.svg + body), alt };
}

const drawRing = (x: number, y: number): string => `<circle cx="${x}" cy="${y}" r="${MARK}"/>`;
const drawCross = (x: number, y: number): string =>
  `<path d="M${round(x - MARK)} ${round(y - MARK)}l${2 * MARK} ${2 * MARK}m0 ${-2 * MARK}l${-2 * MARK} ${2 * MARK}"/>`;

const ALT = {
  tr: (count: number, x: string, y: string, rings: string, crosses: string) =>
    `Eğitim verisinin ilk ${count} satırının saçılım grafiği: yatayda ${x}, dikeyde ${y}; halkalar ${rings}, çarpılar ${crosses}.`,
  en: (count: number, x: string, y: string, rings: string, crosses: string) =>
    `Scatter plot of the first ${count} rows of the training data: ${x} across, ${y} up; rings are ${rings}, crosses ${crosses}.`,
};
