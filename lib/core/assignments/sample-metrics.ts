/**
 * Numbers that say how like two samples are. A sample is rows × columns, row-major. Everything is summed in double precision and
 * in a fixed order, so that one model has one value.
 */

/**
 * 2·E|X−Y| − E|X−X'| − E|Y−Y'| with Euclidean distances (Székely and Rizzo 2013, the V-statistic): 0 exactly for equal samples,
 * and positive otherwise. NaN or infinite where a row is.
 */
export function energyDistance(a: Float32Array, b: Float32Array, columns: number): number {
  return 2 * meanDistance(a, b, columns) - meanDistance(a, a, columns) - meanDistance(b, b, columns);
}

/** How many centres have at least `share` of all samples within `radius` and nearer than to any other centre. */
export function coveredModes(
  samples: Float32Array,
  centres: Float32Array,
  columns: number,
  radius: number,
  share: number,
): number {
  const counts = hitsPerCentre(samples, centres, columns, radius);
  return counts.filter((count) => count >= share * (samples.length / columns)).length;
}

/** The share of all samples that lie within `radius` of a centre. */
export function hitShare(
  samples: Float32Array,
  centres: Float32Array,
  columns: number,
  radius: number,
): number {
  const hits = hitsPerCentre(samples, centres, columns, radius).reduce((a, b) => a + b, 0);
  return hits / (samples.length / columns);
}

function meanDistance(a: Float32Array, b: Float32Array, columns: number): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += columns) {
    for (let j = 0; j < b.length; j += columns) sum += distance(a, i, b, j, columns);
  }
  return sum / ((a.length / columns) * (b.length / columns));
}

function distance(a: Float32Array, i: number, b: Float32Array, j: number, columns: number): number {
  let square = 0;
  for (let k = 0; k < columns; k++) square += (a[i + k]! - b[j + k]!) ** 2;
  return Math.sqrt(square);
}

function hitsPerCentre(
  samples: Float32Array,
  centres: Float32Array,
  columns: number,
  radius: number,
): number[] {
  const counts = Array.from({ length: centres.length / columns }, () => 0);
  for (let i = 0; i < samples.length; i += columns) {
    const distances = counts.map((_, centre) => distance(samples, i, centres, centre * columns, columns));
    const nearest = distances.indexOf(Math.min(...distances));
    // Not found where the row holds NaN.
    if (nearest >= 0 && distances[nearest]! <= radius) counts[nearest]!++;
  }
  return counts;
}
