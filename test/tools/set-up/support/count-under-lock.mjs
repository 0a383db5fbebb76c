// Adds one to the number in a file, slowly, under a lock: node count-under-lock.mjs LOCK FILE STALE_AFTER
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { withLock } from "../../../../tools/set-up/lock.mjs";

const [lock, file, staleAfter] = process.argv.slice(2);

await withLock(lock, { onWait: () => console.log("waiting"), staleAfter: Number(staleAfter) }, async () => {
  const number = Number(readFileSync(file, "utf8"));
  await sleep(100);
  writeFileSync(file, String(number + 1));
});
