// Tested by test/engine/plugin/yaml.test.ts
/** How often it is looked whether the engine is still there, in milliseconds. */
const interval = 1_000;

/**
 * Ends this process when the one that started it has gone: an engine that is killed cannot say goodbye. A process whose
 * parent ends gets another one.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      process.exit(0);
    }
  }, interval).unref();
}
