import { multiplyAdd } from './lanes';

/** Below this eˣ, then less than 1.7e-38, is given as 0; above that it is infinite. */
const LOW: f32 = -86.98;
const HIGH: f32 = 88.72283;

/**
 * eˣ of four values within 1e-7 of the right one, relatively: x = n·ln 2 + r with a whole n, eʳ as the polynomial of the Cephes library (S. Moshier, expf),
 * times 2ⁿ. NaN stays NaN.
 */
export function exponential(x: v128): v128 {
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.4426950408889634)));
  const kept = f32x4.min(f32x4.max(n, f32x4.splat(-125)), f32x4.splat(128));
  let r = f32x4.sub(x, f32x4.mul(kept, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(kept, f32x4.splat(2.1219444e-4)));
  let y = f32x4.splat(1.98756915e-4);
  y = multiplyAdd(f32x4.splat(1.3981999507e-3), y, r);
  y = multiplyAdd(f32x4.splat(8.3334519073e-3), y, r);
  y = multiplyAdd(f32x4.splat(4.1665795894e-2), y, r);
  y = multiplyAdd(f32x4.splat(1.6666665459e-1), y, r);
  y = multiplyAdd(f32x4.splat(5.0000001201e-1), y, r);
  y = f32x4.add(multiplyAdd(r, f32x4.mul(r, r), y), f32x4.splat(1));
  // 2¹²⁸ is no float: 2ⁿ⁻¹, and twice.
  const exponent = i32x4.add(i32x4.trunc_sat_f32x4_s(kept), i32x4.splat(126));
  y = f32x4.mul(f32x4.mul(y, i32x4.shl(exponent, 23)), f32x4.splat(2));
  y = v128.bitselect(f32x4.splat(0), y, f32x4.lt(x, f32x4.splat(LOW)));
  return v128.bitselect(f32x4.splat(Infinity), y, f32x4.gt(x, f32x4.splat(HIGH)));
}
