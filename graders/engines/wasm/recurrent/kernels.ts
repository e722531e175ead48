import type { Address } from '../address.ts';
import type { CurveNumber } from '../curves.ts';

/** What recurrent layers call of kernels.wasm; `assembly/cell-rows.ts` says what `gates`, `mask`, `dh` and `direct` are. */
export type RecurrentKernels = {
  /** B [inner, columns] with steps in floats → the order in which `gemmPacked` reads it, `packedSize` bytes. */
  packMatrix(
    inner: number,
    columns: number,
    b: Address,
    rowStep: number,
    columnStep: number,
    to: Address,
  ): void;
  packedSize(inner: number, columns: number): number;
  gemmPacked(
    rows: number,
    columns: number,
    inner: number,
    a: Address,
    rowOfA: number,
    packed: Address,
    c: Address,
    rowOfC: number,
    bias: Address,
    accumulate: 0 | 1,
    scratch: Address,
  ): void;
  toTimeMajor: Turn;
  toBatchMajor: Turn;
  addStridedRows(rows: number, width: number, stride: number, from: Address, to: Address): void;
  activateColumns(rows: number, columns: number, stride: number, at: Address, activation: CurveNumber): void;
  lstmStep(
    rows: number,
    units: number,
    gates: Address,
    cBefore: Address,
    cAfter: Address,
    squashed: Address,
    hBefore: Address,
    hAfter: Address,
    mask: Address,
    activation: CurveNumber,
  ): void;
  lstmStepBack(
    rows: number,
    units: number,
    gates: Address,
    cBefore: Address,
    squashed: Address,
    dh: Address,
    dc: Address,
    direct: Address,
    mask: Address,
    activation: CurveNumber,
    gateActivation: CurveNumber,
  ): void;
  gruReset(rows: number, units: number, gates: Address, seen: Address, product: Address): void;
  gruResetAfter(rows: number, units: number, gates: Address, product: Address): void;
  gruStep(
    rows: number,
    units: number,
    gates: Address,
    seen: Address,
    hBefore: Address,
    hAfter: Address,
    mask: Address,
  ): void;
  gruStepBack(
    rows: number,
    units: number,
    gates: Address,
    seen: Address,
    dh: Address,
    direct: Address,
    mask: Address,
    activation: CurveNumber,
    gateActivation: CurveNumber,
  ): void;
  gruResetBack(
    rows: number,
    units: number,
    gates: Address,
    seen: Address,
    dProduct: Address,
    direct: Address,
    gateActivation: CurveNumber,
  ): void;
  gruResetAfterBack(
    rows: number,
    units: number,
    gates: Address,
    product: Address,
    gateActivation: CurveNumber,
  ): void;
  simpleStep(
    rows: number,
    units: number,
    gates: Address,
    hBefore: Address,
    hAfter: Address,
    mask: Address,
  ): void;
  simpleStepBack(
    rows: number,
    units: number,
    gates: Address,
    dh: Address,
    direct: Address,
    mask: Address,
    activation: CurveNumber,
  ): void;
};

/** Between [batch, steps, width] and [steps, batch, width]. */
type Turn = (
  batch: number,
  steps: number,
  width: number,
  from: Address,
  to: Address,
  isReversed: boolean,
) => void;
