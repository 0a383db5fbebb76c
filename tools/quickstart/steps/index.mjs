import { audit, auditFinds } from "./audit.mjs";
import { destroy } from "./destroy.mjs";
import { drift } from "./drift.mjs";
import { gateCloses, gateOpens } from "./gate.mjs";
import { preview } from "./preview.mjs";
import { stack } from "./stack.mjs";
import { up } from "./up.mjs";

/** @typedef {import("../session.mjs").Session} Session */

/**
 * One step, which a newcomer watches.
 *
 * @typedef {object} Step
 * @property {string} title
 * @property {string[]} about what happens and what to look at
 * @property {boolean} [changesTwilio] whether it is left out if Twilio itself is read
 * @property {(session: Session) => Promise<void>} run
 */

/** @type {Step[]} */
const all = [stack, preview, up, drift, gateCloses, gateOpens, audit, auditFinds, destroy];

/**
 * @param {boolean} live whether Twilio itself is read
 * @returns {Step[]}
 */
export function steps(live) {
  return all.filter(({ changesTwilio = false }) => !(live && changesTwilio));
}
