import type { Lang, Text } from '../lang.ts';
import type { Picture } from './data.ts';
import { drawAxes, drawLine, drawText, round, spanOf, svg } from './svg.ts';

const FRAME = { width: 380, height: 260, left: 48, right: 300, top: 12, bottom: 220 };
const POINTS = 81;
/** Dashes tell the lines apart where colours cannot. */
const DASHES = ['', '8 3', '2 3', '8 3 2 3', '14 4', '4 6'];

export type Curve = { name: Text; of(x: number): number };

/** Functions over one span, each with its own dashes and its name beside its right end. */
export function drawCurves(
  curves: readonly Curve[],
  [low, high]: readonly [number, number],
  axes: { x: Text; y: Text },
  lang: Lang,
): Picture {
  const { width, height, ...frame } = FRAME;
  const xs = Array.from({ length: POINTS }, (_, i) => low + ((high - low) * i) / (POINTS - 1));
  const values = curves.map(({ of }) => xs.map(of));
  const y = { name: axes.y[lang], span: spanOf(values.flat()) };
  const plot = drawAxes(frame, { name: axes.x[lang], span: [low, high] }, y);
  const heights = apart(values.map((line) => plot.py(line.at(-1)!)));
  const lines = curves.map(({ name }, i) => {
    const points = values[i]!.map((value, at) => [plot.px(xs[at]!), plot.py(value)] as const);
    return `<g stroke-dasharray="${DASHES[i % DASHES.length]}">${drawLine(points)}</g><g fill="currentColor" font-size="11">${drawText(frame.right + 6, heights[i]! + 4, name[lang])}</g>`;
  });
  const names = curves.map(({ name }) => name[lang]).join(', ');
  const alt = ALT[lang](names, low, high);
  return { svg: svg(width, height, alt, plot.svg + lines.join('')), alt };
}

const LINE_HEIGHT = 13;

/** Heights of names, from the top down each at least a line below the one before. */
function apart(heights: number[]): number[] {
  const placed = [...heights];
  let last = -Infinity;
  for (const i of [...heights.keys()].toSorted((a, b) => heights[a]! - heights[b]!)) {
    placed[i] = round(Math.max(heights[i]!, last + LINE_HEIGHT));
    last = placed[i]!;
  }
  return placed;
}

const ALT = {
  tr: (names: string, low: number, high: number) => `${low} ile ${high} arasında çizilmiş eğriler: ${names}.`,
  en: (names: string, low: number, high: number) => `Curves drawn from ${low} to ${high}: ${names}.`,
};
