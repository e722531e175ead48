/** Puts a bias of `columns` values (or one) into every row, for a product to be added to. */
export function fillWithBias(out: Float32Array, bias: Float32Array, columns: number): void {
  if (bias.length === 1) return void out.fill(bias[0]!);
  for (let at = 0; at < out.length; at += columns) out.set(bias, at);
}
