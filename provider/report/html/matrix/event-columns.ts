// Tested by test/report/html/matrix/matrix.test.ts
import { momentOf, serviceEvents, type EventMoment } from "../../../delivery/webhook-event";

/** An event's column of the matrix. */
export interface EventColumn {
  readonly event: string;
  readonly moment: EventMoment;
  /** `Conversation` */
  readonly subject: string;
  /** `updated`; of the state, `state` */
  readonly action: string;
}

/** The events that are documented for a service, those before an action first. */
export const eventColumns: readonly EventColumn[] = serviceEvents.map((event) => {
  const [subject = "", ...action] = event.slice("on".length).split(/(?=[A-Z])/);
  return { event, moment: momentOf(event) ?? "post", subject, action: (action[0] ?? "").toLowerCase() };
});

/** Neighbours of which a part is the same, together. */
export function runs<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const found: Item[][] = [];
  for (const item of items) {
    const last = found.at(-1);
    const first = last?.[0];
    if (last !== undefined && first !== undefined && keyOf(first) === keyOf(item)) {
      last.push(item);
    } else {
      found.push([item]);
    }
  }
  return found;
}
