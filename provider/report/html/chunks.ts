// Tested by test/report/html/browser.test.ts

/** A browser lays out no more than the chunks that it shows: in a long report, all others cost it next to nothing. */
const chunkSize = 50;

/** Items in chunks of some dozens, in their order. */
export function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / chunkSize) }, (_, index) =>
    items.slice(index * chunkSize, (index + 1) * chunkSize),
  );
}
