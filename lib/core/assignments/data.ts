import type { Lang } from '../lang.ts';
import type { FunctionTest } from './function-tests.ts';

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

/** Row-major values with their shape, the batch axis first. A box makes an int32 tensor of whole numbers. */
export type Tensor = { values: Float32Array; shape: number[]; dtype: 'float32' | 'int32' };
/** Tensors by name: what a script finds predefined, or what its models are measured on. */
export type Tensors = Record<string, Tensor>;

/**
 * What an assignment's `data.ts` exports as default. `hiddenData` is a pure function of its seed. Data that hold words follow the
 * language of the person who hands in. A `DataSet` stands for the
 * public tensors `xTrain` and `yTrain`, and for the hidden ones `x` and `y`; other names are given as `Tensors`.
 */
export type DataSource = {
  publicData(lang: Lang): DataSet | Tensors;
  hiddenData(seed: number, lang: Lang): DataSet | Tensors;
  /** A drawing of the public data, labelled in the given language. */
  picture(lang: Lang): Picture;
  /** Tests of the functions a script leaves. Inputs may be drawn from the seed, which is another than that of the hidden data. */
  functionTests?(seed: number): FunctionTest[];
  /** The model that `loadBase()` gives the script. */
  base?(): Base;
};

/** `topology` is JSON `{modelTopology, weightSpecs}`, `weights` the float32 values in the order of the specs. */
export type Base = { topology: Uint8Array; weights: Uint8Array };

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

/** Both forms of data as tensors by name: a data set's two get the names given. */
export function toTensors(
  data: DataSet | Tensors,
  [x, y]: readonly [string, string],
  labels: 'int' | 'float',
): Tensors {
  if (!isDataSet(data)) return data;
  return {
    [x]: { values: data.x, shape: data.xShape, dtype: data.xIsWhole ? 'int32' : 'float32' },
    [y]: { values: data.y, shape: data.yShape, dtype: labels === 'int' ? 'int32' : 'float32' },
  };
}

export const PUBLIC_NAMES = ['xTrain', 'yTrain'] as const;
export const HIDDEN_NAMES = ['x', 'y'] as const;

/** Numbers predefined beside the tensors. */
export const namesOf = (data: DataSet | Tensors): Record<string, number> =>
  isDataSet(data) ? (data.names ?? {}) : {};

const isDataSet = (data: DataSet | Tensors): data is DataSet => data['x'] instanceof Float32Array;

export const toTensor = (
  rows: readonly (readonly number[])[],
  rowShape: readonly number[],
  dtype: Tensor['dtype'] = 'float32',
): Tensor => ({ values: Float32Array.from(rows.flat()), shape: [rows.length, ...rowShape], dtype });

/** A small drawing of public data: an SVG in `currentColor`, so that it fits both themes, and its text alternative. */
export type Picture = { svg: string; alt: string };
