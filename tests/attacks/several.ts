import { availableParallelism } from 'node:os';

/** Runs `act` on all, as many at once as there are processors; results in the order of `all`. */
export async function severalAtOnce<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async () => {
    for (let i = next++; i < all.length; i = next++) results[i] = await act(all[i]!);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}
