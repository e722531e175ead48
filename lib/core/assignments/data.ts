import type { Lang } from '../lang.ts';

/** A data set as the boxes take it: row-major float32 with shapes, the batch axis first. Class labels are whole numbers. */
export type DataSet = {
  x: Float32Array;
  y: Float32Array;
  xShape: number[];
  yShape: number[];
  /** `xTrain` holds whole numbers, such as word ids, and arrives as int32. */
  xIsWhole?: true;
  /** Numbers the student's script finds predefined beside `xTrain` and `yTrain`. */
  names?: Record<string, number>;
};

/** What an assignment's `data.ts` exports as default. `hiddenData` is a pure function of its seed. */
export type DataSource = {
  publicData(): DataSet;
  hiddenData(seed: number): DataSet;
  /** A drawing of the public data, labelled in the given language. */
  picture(lang: Lang): Picture;
};

/** Rows of features and one label per row → a data set. `rowShape` is the shape of one row; `yColumn` keeps labels as [n, 1]. */
export function toDataSet(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  rowShape: readonly number[],
  yColumn = false,
): DataSet {
  const x = Float32Array.from(rows.flat());
  const y = Float32Array.from(labels);
  const yShape = yColumn ? [labels.length, 1] : [labels.length];
  return { x, y, xShape: [rows.length, ...rowShape], yShape };
}

/** A small drawing of public data: an SVG in `currentColor`, so that it fits both themes, and its text alternative. */
export type Picture = { svg: string; alt: string };
