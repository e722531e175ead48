/** What the drawings of public data share: everything is drawn in `currentColor`, so a picture fits both themes and prints. */
export type Span = readonly [number, number];
/** Places of a plot in its picture. */
export type Frame = { left: number; right: number; top: number; bottom: number };

/** Whole numbers around the values. */
export const spanOf = (values: readonly number[]): Span => [
  Math.floor(Math.min(...values)),
  Math.ceil(Math.max(...values)),
];

export const svg = (width: number, height: number, alt: string, body: string, scale = 1): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * scale}" height="${height * scale}" role="img" aria-label="${escape(alt)}">${body}</svg>`;

/** Both axes of a plot with their names and ends. `px` and `py` place a value in the picture. */
export function drawAxes(frame: Frame, x: { name: string; span: Span }, y: { name: string; span: Span }) {
  const { left, right, top, bottom } = frame;
  const px = (value: number) =>
    round(left + ((value - x.span[0]) / (x.span[1] - x.span[0])) * (right - left));
  const py = (value: number) =>
    round(bottom - ((value - y.span[0]) / (y.span[1] - y.span[0])) * (bottom - top));
  const labels = [
    drawText(left, bottom + 14, x.span[0], 'start'),
    drawText(right, bottom + 14, x.span[1], 'end'),
    drawText((left + right) / 2, bottom + 30, x.name, 'middle'),
    drawText(left - 4, bottom, y.span[0], 'end'),
    drawText(left - 4, top + 8, y.span[1], 'end'),
    `<text transform="translate(12 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escape(y.name)}</text>`,
  ];
  const axes = `<path d="M${left} ${top}V${bottom}H${right}" fill="none" stroke="currentColor"/>`;
  return { px, py, svg: `${axes}<g fill="currentColor" font-size="11">${labels.join('')}</g>` };
}

export const drawText = (x: number, y: number, text: string | number, anchor = 'start'): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${escape(String(text).replace(/^-(?=\d)/, '−'))}</text>`;

/** A line through points. */
export const drawLine = (points: readonly (readonly [number, number])[]): string =>
  `<path d="M${points.map(([x, y]) => `${x} ${y}`).join('L')}" fill="none" stroke="currentColor"/>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char]!);
export const round = (value: number): number => Math.round(value * 10) / 10;
