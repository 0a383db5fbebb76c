// How node-fetch is bundled: with the bodies of answers as they come.

/**
 * node-fetch sends each body through a stream of its own, by Node's pipeline(), which makes an AbortError with its stack
 * at the end of every one: half of the processor time of a read. The answer itself is a stream, and tells the same errors.
 * Bodies that node-fetch decompresses go their usual way.
 */
const stream = `
import * as stream from "node:stream";
export * from "node:stream";
export default stream.default;
export function pipeline(source, destination, done) {
  return destination.constructor === stream.PassThrough ? source : stream.pipeline(source, destination, done);
}
`;

/** @type {import("esbuild").Plugin} */
export const straightBodies = {
  name: "straight-bodies",
  setup: (bundler) => {
    bundler.onResolve({ filter: /^node:stream$/ }, ({ importer }) =>
      /node-fetch[\\/]src[\\/]index\.js$/.test(importer) ? { path: "stream", namespace: "straight" } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: "straight" }, () => ({ contents: stream, loader: "js" }));
  },
};
