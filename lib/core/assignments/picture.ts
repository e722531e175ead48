import type { Lang, Text } from '../lang.ts';
import type { DataSet, Picture } from './data.ts';

const SCATTER = { width: 360, height: 220, left: 48, bottom: 36, top: 8, right: 8 };
const DIGITS = { columns: 10, rows: 2, gap: 2, scale: 3, shades: 4 };

/** Labels against one feature. `axes` name both with their units; ends of both axes are written at them. */
export function drawScatter(data: DataSet, feature: number, axes: { x: Text; y: Text }, lang: Lang): Picture {
  const features = data.xShape[1]!;
  const points = Array.from(data.y, (y, row) => [data.x[row * features + feature]!, y] as const);
  const [spanX, spanY] = [spanOf(points.map(([x]) => x)), spanOf(points.map(([, y]) => y))];
  const { width, height, left, bottom, top, right } = SCATTER;
  const px = (x: number) => round(left + ((x - spanX[0]) / (spanX[1] - spanX[0])) * (width - left - right));
  const py = (y: number) =>
    round(height - bottom - ((y - spanY[0]) / (spanY[1] - spanY[0])) * (height - top - bottom));
  const dots = points.map(([x, y]) => `<circle cx="${px(x)}" cy="${py(y)}" r="2"/>`).join('');
  const alt = SCATTER_ALT[lang](points.length, axes.x[lang], axes.y[lang], spanX, spanY);
  const base = height - bottom;
  const text = (x: number, y: number, anchor: string, value: string | number) =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${escape(String(value))}</text>`;
  const labels = [
    text(left, base + 14, 'start', spanX[0]),
    text(width - right, base + 14, 'end', spanX[1]),
    text((left + width - right) / 2, height - 6, 'middle', axes.x[lang]),
    text(left - 4, base, 'end', spanY[0]),
    text(left - 4, top + 8, 'end', spanY[1]),
    `<text transform="translate(12 ${(top + base) / 2}) rotate(-90)" text-anchor="middle">${escape(axes.y[lang])}</text>`,
  ];
  const frame = `<path d="M${left} ${top}V${base}H${width - right}" fill="none" stroke="currentColor"/>`;
  const body = `${frame}<g fill="currentColor" fill-opacity="0.45">${dots}</g><g fill="currentColor" font-size="11">${labels.join('')}</g>`;
  return { svg: svg(width, height, alt, body), alt };
}

/** The first images of each class in two rows: column c shows class c. Images are square, values in [0, 1]. */
export function drawDigits(data: DataSet, lang: Lang): Picture {
  const side = data.xShape.length === 2 ? Math.sqrt(data.xShape[1]!) : data.xShape[1]!;
  const { columns, rows, gap, scale } = DIGITS;
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
  const alt = DIGITS_ALT[lang](side);
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

const DIGITS_ALT = {
  tr: (side: number) =>
    `Eğitim verisinden ${side}×${side} piksellik yirmi görüntü: 0'dan 9'a her rakamdan ikişer örnek.`,
  en: (side: number) =>
    `Twenty ${side}×${side} pixel images from the training data: two examples of each digit from 0 to 9.`,
};

type Span = readonly [number, number];

/** Whole numbers around the values. */
const spanOf = (values: readonly number[]): Span => [
  Math.floor(Math.min(...values)),
  Math.ceil(Math.max(...values)),
];

const svg = (width: number, height: number, alt: string, body: string, scale = 1): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * scale}" height="${height * scale}" role="img" aria-label="${escape(alt)}">${body}</svg>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char]!);
const round = (value: number): number => Math.round(value * 10) / 10;
