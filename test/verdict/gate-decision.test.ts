import { compileExpectation } from "../../provider/expectation/compile-expectation";
import { notYetKnown } from "../../provider/expectation/reading/not-yet-known";
import { exampleServiceSid, webhookConfiguration } from "../../provider/testing";
import type { Enforcement } from "../../provider/verdict/enforcement";
import { enforce } from "../../provider/verdict/gate-decision";
import { judge } from "../../provider/verdict/judge";

const live = webhookConfiguration({ method: "POST" });
const by = (expectation: unknown) => judge(live, compileExpectation(expectation));
const met = () => by({ method: "POST" });
const violated = () => by({ method: "GET" });
const deferred = () => by({ method: notYetKnown, filters: notYetKnown });
const both = () => by({ method: "GET", postWebhookUrl: notYetKnown });

const context = {
  chatServiceSid: exampleServiceSid,
  enforcement: "mandatory",
  isPreview: false,
  after: [] as string[],
} as const;
const says = (text: string | null) => (text === null ? null : expect.stringContaining(text));

test.each<[Enforcement, "preview" | "update", string[], string | null, string | null]>([
  ["mandatory", "preview", [], "is not as expected", null],
  ["mandatory", "update", [], "is not as expected", null],
  ["mandatory", "update", ["setter"], "is not as expected", null],
  [
    "mandatory",
    "preview",
    ["setter", "other"],
    null,
    "It is checked again in the update, after setter, other, and stops the update if it is still violated.",
  ],
  ["advisory", "preview", [], null, "is not as expected"],
  ["advisory", "update", ["setter"], null, "is not as expected"],
  ["disabled", "preview", [], null, null],
  ["disabled", "update", [], null, null],
])(
  "A violation that is %s, in the %s, after %j: failure %j, warning %j",
  (enforcement, when, after, failure, warning) => {
    const decision = enforce(violated(), { ...context, enforcement, isPreview: when === "preview", after });
    expect(decision).toEqual({ failure: says(failure), warning: says(warning) });
  },
);

test("A configuration that is as expected leads to nothing", () => {
  expect(enforce(met(), context)).toEqual({ failure: null, warning: null });
});

test("What is not known yet leads to nothing in preview, and next to a violation the message says that it was not checked", () => {
  expect(enforce(deferred(), { ...context, isPreview: true })).toEqual({ failure: null, warning: null });
  expect(enforce(both(), { ...context, isPreview: true }).failure).toContain(
    "not known yet, so not checked: expect.postWebhookUrl",
  );
});

test("Nothing may be left unjudged in an update: what is not known even then stops it", () => {
  expect(enforce(deferred(), context).failure).toBe(
    "the webhook configuration could not be judged: expect.method, expect.filters is not known in the update",
  );
  expect(enforce(deferred(), { ...context, enforcement: "advisory" }).warning).toContain("expect.method");
  expect(enforce(both(), context).failure).toMatch(/method: expected "GET".*\n.*not checked: expect\.postWebhookUrl\n/);
});

test("A resource's name cannot write control characters to the terminal", () => {
  const { warning } = enforce(violated(), { ...context, isPreview: true, after: ["a\u001b[2Jb"] });
  expect(warning).toContain("a\\u001b[2Jb");
});
