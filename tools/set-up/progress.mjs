/** @typedef {(line: string) => void} Log */

/**
 * @param {number} milliseconds
 * @returns {string} such as "45 s" or "2 min 05 s"
 */
export function elapsed(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/**
 * Says every now and then that something long is still going on.
 *
 * @param {Log} log
 * @param {string} what such as "building pulumi"
 * @param {number} [everySeconds]
 * @returns {() => void} ends it
 */
export function reportProgress(log, what, everySeconds = process.stderr.isTTY ? 10 : 30) {
  const start = Date.now();
  const timer = setInterval(() => log(`  ${what}: ${elapsed(Date.now() - start)} so far`), everySeconds * 1000);
  timer.unref();
  return () => clearInterval(timer);
}
