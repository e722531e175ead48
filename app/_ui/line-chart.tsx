import { countScale, roundScale, spreadLabels } from '#lib/core/charts/scale.ts';
import type { Lang } from '#lib/core/lang.ts';
import { formatTick } from '#lib/i18n/format.ts';

/** A line of numbers along `x`; null leaves a gap. What is learned from is solid and what it is held against dashed, everywhere in the same colours. */
export type Line = { name: string; values: (number | null)[]; look: 'solid' | 'dashed' };
type Props = {
  title: string;
  xTitle: string;
  x: number[];
  lines: Line[];
  lang: Lang;
  range?: readonly [number, number];
};

const [WIDTH, HEIGHT] = [360, 230];
const PLOT = { left: 48, right: 288, top: 28, bottom: 188 };
const TEXT_HEIGHT = 14;
/** With more points than these, dots run into each other. */
const DOTS_MAX = 40;

/** Lines named at their ends, as a drawing that scales with the page, follows its theme and prints. The same on server and browser. */
export function LineChart({ title, xTitle, x, lines, lang, range }: Props) {
  const across = countScale(x, PLOT.left, PLOT.right);
  const up = roundScale(
    range ?? lines.flatMap((l) => l.values.filter((v) => v !== null)),
    PLOT.bottom,
    PLOT.top,
  );
  const drawn = lines.flatMap((line) => {
    const points = pointsOf(line, x, across.place, up.place);
    return points.length ? [{ ...line, points, last: points.at(-1)! }] : [];
  });
  const heights = spreadLabels(
    drawn.map((line) => line.last.y),
    TEXT_HEIGHT,
  );
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made of elements that follow the theme cannot be an img
      role="img"
      aria-label={altOf(title, drawn, lang)}
      className="h-auto w-full max-w-lg"
      fontSize="12"
    >
      <text x={0} y={12} className="fill-text font-semibold">
        {title}
      </text>
      {up.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${PLOT.left} ${round(up.place(tick))}H${PLOT.right}`} className="stroke-line" />
          <text x={PLOT.left - 6} y={round(up.place(tick)) + 4} textAnchor="end" className="fill-text-2">
            {formatTick(tick, lang)}
          </text>
        </g>
      ))}
      {across.ticks.map((tick) => (
        <text
          key={tick}
          x={round(across.place(tick))}
          y={PLOT.bottom + 16}
          textAnchor="middle"
          className="fill-text-2"
        >
          {formatTick(tick, lang)}
        </text>
      ))}
      <text x={(PLOT.left + PLOT.right) / 2} y={HEIGHT - 8} textAnchor="middle" className="fill-text-2">
        {xTitle}
      </text>
      {drawn.map((line, i) => (
        <g key={line.look} className={line.look === 'solid' ? 'text-brand' : 'text-now'}>
          <path
            d={pathOf(line.points)}
            fill="none"
            stroke="currentColor"
            strokeWidth={2}
            strokeLinejoin="round"
            strokeDasharray={line.look === 'solid' ? undefined : '6 4'}
          />
          {x.length > DOTS_MAX
            ? null
            : line.points.map((p) => <circle key={p.x} cx={p.x} cy={p.y} r={2.5} fill="currentColor" />)}
          <text x={line.last.x + 7} y={heights[i]! + 4} fill="currentColor">
            {line.name}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** `joined`: the point before belongs to the same stretch. */
type Point = { x: number; y: number; value: number; joined: boolean };

const pointsOf = (
  { values }: Line,
  x: number[],
  across: (v: number) => number,
  up: (v: number) => number,
): Point[] =>
  values.flatMap((value, i) =>
    value === null
      ? []
      : [{ x: round(across(x[i]!)), y: round(up(value)), value, joined: (values[i - 1] ?? null) !== null }],
  );

const pathOf = (points: Point[]): string =>
  points.map((p) => `${p.joined ? 'L' : 'M'}${p.x} ${p.y}`).join('');

const altOf = (title: string, lines: { name: string; points: Point[] }[], lang: Lang): string =>
  `${title}: ${lines.map(({ name, points }) => `${name} ${formatTick(points[0]!.value, lang)} → ${formatTick(points.at(-1)!.value, lang)}`).join('; ')}`;

const round = (value: number): number => Math.round(value * 10) / 10;
