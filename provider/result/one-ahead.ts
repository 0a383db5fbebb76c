/**
 * The same items, each asked for while the one before it is worked on: pages of a list, which follow each other. A failure
 * comes after the items before it. What was asked for and is not wanted any more is left to the abort of its source.
 */
export async function* oneAhead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
  const source = items[Symbol.asyncIterator]();
  const ask = () => {
    const next = source.next();
    // Its failure is thrown when it is its turn.
    next.catch(() => undefined);
    return next;
  };
  let next = ask();
  for (;;) {
    const result = await next;
    if (result.done === true) {
      return;
    }
    next = ask();
    yield result.value;
  }
}
