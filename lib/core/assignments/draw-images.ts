import type { Lang } from '../lang.ts';
import type { DataSet, Picture } from './data.ts';
import { round, svg } from './svg.ts';

const GAP = 2;
const SCALE = 3;
const SHADES = 4;

export type ImageGrid = {
  /** One for each label from 0 on. */
  columns: number;
  rows: number;
  alts: Record<Lang, (side: number) => string>;
  /** Where two lines cross in the image of a row: pixels from its top left corner, 0.5 the middle of the first. */
  mark?: (row: number) => readonly [number, number];
};

type Shown = { row: number; left: number; top: number };

/** The first images of each label, one below the other: column c shows label c. Images are square, values in [0, 1]. */
export function drawImages(data: DataSet, lang: Lang, { columns, rows, alts, mark }: ImageGrid): Picture {
  const side = data.xShape.length === 2 ? Math.sqrt(data.xShape[1]!) : data.xShape[1]!;
  const shown = Array.from({ length: columns }, (_, column) =>
    Array.from(data.y.keys())
      .filter((row) => data.y[row] === column)
      .slice(0, rows)
      .map((row, i): Shown => ({ row, left: column * (side + GAP), top: i * (side + GAP) })),
  ).flat();
  const [width, height] = [columns * (side + GAP) - GAP, rows * (side + GAP) - GAP];
  const frames = shown.map(({ left, top }) => `M${left} ${top}h${side}v${side}h-${side}z`).join('');
  const frame = `<path d="${frames}" fill="none" stroke="currentColor" stroke-opacity="0.3" stroke-width="0.3"/>`;
  const body = frame + shades(data, side, shown).join('') + (mark ? crosses(side, shown, mark) : '');
  const alt = alts[lang](side);
  return { svg: svg(width, height, alt, body, SCALE), alt };
}

/** One path per shade of grey instead of one rectangle per pixel: a tenth of the bytes. */
function shades(data: DataSet, side: number, shown: readonly Shown[]): string[] {
  const paths = Array.from({ length: SHADES + 1 }, () => '');
  for (const { row, left, top } of shown) {
    for (let k = 0; k < side * side; k++) {
      const shade = Math.round(data.x[row * side * side + k]! * SHADES);
      paths[shade] += `M${left + (k % side)} ${top + Math.floor(k / side)}h1v1h-1z`;
    }
  }
  return paths
    .slice(1)
    .map((d, i) => `<path d="${d}" fill="currentColor" fill-opacity="${(i + 1) / SHADES}"/>`);
}

/** Lines from edge to edge that cross at the mark: beside the shape they show where it is, whatever its shade. */
function crosses(side: number, shown: readonly Shown[], mark: NonNullable<ImageGrid['mark']>): string {
  const d = shown.map(({ row, left, top }) => {
    const [x, y] = mark(row);
    return `M${left} ${round(top + y)}h${side}M${round(left + x)} ${top}v${side}`;
  });
  return `<path d="${d.join('')}" fill="none" stroke="currentColor" stroke-width="0.3"/>`;
}
