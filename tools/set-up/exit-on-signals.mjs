/**
 * While `work` is going on, an interrupt ends this process through `process.exit`, so that its "exit" listeners run:
 * they end child processes and remove temporary folders.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withExitOnSignals(work) {
  const signals = /** @type {const} */ ([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ]);
  const removals = signals.map(([signal, code]) => {
    const exit = () => process.exit(code);
    process.on(signal, exit);
    return () => process.removeListener(signal, exit);
  });
  try {
    return await work();
  } finally {
    removals.forEach((remove) => remove());
  }
}
