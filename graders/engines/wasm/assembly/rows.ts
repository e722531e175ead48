import { addFloats, bytes, copyFloats, fillZeros } from './lanes';

/**
 * to[i] = from[ids[i]], rows of `width` values of four bytes. Gives the place of the first id that is not one of `rows`, and stops there; −1
 * when all are.
 */
export function gatherRows(count: i32, ids: usize, rows: i32, width: i32, from: usize, to: usize): i32 {
  for (let i = 0; i < count; i++) {
    const id = load<i32>(ids + bytes(i));
    if (<u32>id >= <u32>rows) return i;
    copyFloats(to + bytes(i * width), from + bytes(id * width), width);
  }
  return -1;
}

/** to[id] = the sum of the rows with that id, in their order; an id that is not one of `segments` is left out. */
export function sumSegments(count: i32, ids: usize, segments: i32, width: i32, from: usize, to: usize): void {
  fillZeros(to, segments * width);
  for (let i = 0; i < count; i++) {
    const id = load<i32>(ids + bytes(i));
    if (<u32>id < <u32>segments) addFloats(to + bytes(id * width), from + bytes(i * width), width);
  }
}
