import { toDataSet, type DataSet, type DataSource } from '#lib/core/assignments/data.ts';
import { drawSeries } from '#lib/core/assignments/draw-series.ts';
import { makeRng } from '#lib/core/rng.ts';

const PUBLIC_SEED = 106;
const PUBLIC_DAYS = 40;
const HIDDEN_DAYS = 20;
const WINDOW_HOURS = 24;
/** What the student sees is (T − 15) / 6. */
const SCALE = { middle: 15, unit: 6 };

/** Hourly temperatures in °C: a daily wave, a slower one over a week, and a disturbance that keeps 80 % of itself each hour. */
function temperatures(seed: number, days: number): number[] {
  const rng = makeRng(seed);
  let disturbance = 0;
  return Array.from({ length: 24 * days }, (_, hour) => {
    disturbance = 0.8 * disturbance + rng.normal(0, 0.4);
    const day = 6 * Math.sin((2 * Math.PI * ((hour % 24) - 9)) / 24);
    const week = 3 * Math.sin((2 * Math.PI * hour) / (24 * 7));
    return 15 + day + week + disturbance;
  });
}

/** Each window of 24 scaled hours with the hour after it. */
function windows(series: readonly number[]): DataSet {
  const scaled = series.map((value) => (value - SCALE.middle) / SCALE.unit);
  const starts = Array.from({ length: scaled.length - WINDOW_HOURS }, (_, i) => i);
  return toDataSet(
    starts.map((start) => scaled.slice(start, start + WINDOW_HOURS)),
    starts.map((start) => scaled[start + WINDOW_HOURS]!),
    [WINDOW_HOURS, 1],
    true,
  );
}

const AXES = {
  x: { tr: 'saat', en: 'hour' },
  y: { tr: 'sıcaklık (°C)', en: 'temperature (°C)' },
};

export default {
  publicData: () => windows(temperatures(PUBLIC_SEED, PUBLIC_DAYS)),
  hiddenData: (seed) => windows(temperatures(seed, HIDDEN_DAYS)),
  picture: (lang) => drawSeries(temperatures(PUBLIC_SEED, 7), AXES, lang),
} satisfies DataSource;
