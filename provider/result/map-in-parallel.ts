/**
 * Calls `work` for each item that `source` gives, at most `most` at a time, and takes from `source` no faster than that.
 * The results come in the order of the items. The first failure aborts the signal that both were given, and is thrown
 * when nothing is under way any more.
 */
export async function mapInParallel<Item, Result>(
  source: (signal: AbortSignal) => AsyncIterable<Item>,
  most: number,
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result[]> {
  if (!(most >= 1)) {
    throw new RangeError(`at least one at a time, not ${most}`);
  }
  const results: Result[] = [];
  const failure = new AbortController();
  const ended = signal === undefined ? failure.signal : AbortSignal.any([signal, failure.signal]);
  const items = source(ended)[Symbol.asyncIterator]();
  let taken = 0;
  const worker = async (): Promise<void> => {
    try {
      while (!ended.aborted) {
        // Results come in the order in which they are asked for.
        const index = taken++;
        const next = await items.next();
        if (next.done === true) {
          return;
        }
        results[index] = await work(next.value, ended);
      }
    } catch (error) {
      failure.abort(error);
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  await items.return?.();
  ended.throwIfAborted();
  return results;
}
