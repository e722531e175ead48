import type { Lang, Text } from '../lang.ts';
import type { DataSet, Picture } from './data.ts';
import { drawAxes, spanOf, svg, type Span } from './svg.ts';

const SCATTER = { width: 360, height: 220, left: 48, right: 352, top: 8, bottom: 184 };
const DIGITS = { columns: 10, gap: 2, scale: 3, shades: 4 };

/** Labels against one feature. `axes` name both with their units; ends of both axes are written at them. */
export function drawScatter(data: DataSet, feature: number, axes: { x: Text; y: Text }, lang: Lang): Picture {
  const features = data.xShape[1]!;
  const points = Array.from(data.y, (y, row) => [data.x[row * features + feature]!, y] as const);
  const [spanX, spanY] = [spanOf(points.map(([x]) => x)), spanOf(points.map(([, y]) => y))];
  const { width, height, ...frame } = SCATTER;
  const plot = drawAxes(frame, { name: axes.x[lang], span: spanX }, { name: axes.y[lang], span: spanY });
  const dots = points.map(([x, y]) => `<circle cx="${plot.px(x)}" cy="${plot.py(y)}" r="2"/>`).join('');
  const alt = SCATTER_ALT[lang](points.length, axes.x[lang], axes.y[lang], spanX, spanY);
  const body = `${plot.svg}<g fill="currentColor" fill-opacity="0.45">${dots}</g>`;
  return { svg: svg(width, height, alt, body), alt };
}

const TWO_OF_EACH = {
  rows: 2,
  alts: {
    tr: (side: number) =>
      `Eğitim verisinden ${side}×${side} piksellik yirmi görüntü: 0'dan 9'a her rakamdan ikişer örnek.`,
    en: (side: number) =>
      `Twenty ${side}×${side} pixel images from the training data: two examples of each digit from 0 to 9.`,
  },
};

/** The first images of each label, one below the other: column c shows label c. Images are square, values in [0, 1]. */
export function drawDigits(
  data: DataSet,
  lang: Lang,
  { rows, alts }: { rows: number; alts: Record<Lang, (side: number) => string> } = TWO_OF_EACH,
): Picture {
  const side = data.xShape.length === 2 ? Math.sqrt(data.xShape[1]!) : data.xShape[1]!;
  const { columns, gap, scale } = DIGITS;
  const shown: { row: number; left: number; top: number }[] = [];
  for (let column = 0; column < columns; column++) {
    const found = Array.from(data.y.keys()).filter((row) => data.y[row] === column);
    found
      .slice(0, rows)
      .forEach((row, i) => shown.push({ row, left: column * (side + gap), top: i * (side + gap) }));
  }
  const [width, height] = [columns * (side + gap) - gap, rows * (side + gap) - gap];
  const frames = shown.map(({ left, top }) => `M${left} ${top}h${side}v${side}h-${side}z`).join('');
  const frame = `<path d="${frames}" fill="none" stroke="currentColor" stroke-opacity="0.3" stroke-width="0.3"/>`;
  const alt = alts[lang](side);
  return { svg: svg(width, height, alt, frame + shades(data, side, shown).join(''), scale), alt };
}

/** One path per shade of grey instead of one rectangle per pixel: a tenth of the bytes. */
function shades(data: DataSet, side: number, shown: { row: number; left: number; top: number }[]): string[] {
  const paths = Array.from({ length: DIGITS.shades + 1 }, () => '');
  for (const { row, left, top } of shown) {
    for (let k = 0; k < side * side; k++) {
      const shade = Math.round(data.x[row * side * side + k]! * DIGITS.shades);
      paths[shade] += `M${left + (k % side)} ${top + Math.floor(k / side)}h1v1h-1z`;
    }
  }
  return paths
    .slice(1)
    .map((d, i) => `<path d="${d}" fill="currentColor" fill-opacity="${(i + 1) / DIGITS.shades}"/>`);
}

const SCATTER_ALT = {
  tr: (n: number, x: string, y: string, [x0, x1]: Span, [y0, y1]: Span) =>
    `${n} noktalı saçılım grafiği: yatayda ${x} (${x0}–${x1}), dikeyde ${y} (${y0}–${y1}).`,
  en: (n: number, x: string, y: string, [x0, x1]: Span, [y0, y1]: Span) =>
    `Scatter plot of ${n} points: ${x} (${x0}–${x1}) across, ${y} (${y0}–${y1}) up.`,
};
