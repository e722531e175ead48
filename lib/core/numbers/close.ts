/**
 * Equality of numbers by the project's own rule: both finite, then within the tolerance. NaN equals nothing. The tolerance gets
 * a relative slack of 1e-9 so that a key printed with as many decimals as the tolerance has is never missed by rounding.
 */
export function isClose(value: number, key: number, tolerance: number, relative = false): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(key)) return false;
  const allowed = relative ? tolerance * Math.abs(key) : tolerance;
  return Math.abs(value - key) <= allowed + 1e-9 * Math.max(1, Math.abs(key));
}
