// Tested by test/verdict/judge-delivery.test.ts
import { meantEvent } from "../delivery/misspelt-event";
import { accountOnlyEvents, isDocumented } from "../delivery/webhook-event";
import type { ExpectedDelivery } from "./compiled-expectation";
import type { ExpectationNode } from "./reading/expectation-node";

/** Reads `delivers`. */
export function parseDelivers(node: ExpectationNode): ExpectedDelivery | undefined {
  const events = node.listOf(parseDelivered);
  return events === undefined ? undefined : { events: Object.freeze([...new Set(events)]), isSecret: node.isSecret };
}

/** An event whose moment is not known may reach nobody, although it is listed. */
function parseDelivered(node: ExpectationNode): string | undefined {
  const { value } = node;
  if (typeof value !== "string" || value === "") {
    return node.problem(`must be the name of an event; it is ${node.shown}`);
  }
  if (isDocumented(value, "service")) {
    return value;
  }
  if (accountOnlyEvents.includes(value) && !node.isSecret) {
    return node.problem(`is an event of the account as a whole, not of a service: ${node.shown}`);
  }
  const meant = meantEvent(value);
  // The event next to a secret one is a secret too.
  const hint = meant === undefined ? "" : node.isSecret ? "; it is misspelt" : `; did you mean "${meant}"?`;
  return node.problem(`is not an event that Twilio documents for a service: ${node.shown}${hint}`);
}
