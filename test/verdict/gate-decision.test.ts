import { compileExpectation } from "../../provider/expectation/compile-expectation";
import { notYetKnown } from "../../provider/expectation/reading/not-yet-known";
import { exampleServiceSid, webhookConfiguration } from "../../provider/testing";
import type { Enforcement } from "../../provider/verdict/enforcement";
import { decideGate, enforce, needsAccount, type Gate } from "../../provider/verdict/gate-decision";
import { judge } from "../../provider/verdict/judge";
import { knownRules } from "../../provider/verdict/known-rules";

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

describe("Rules of a gate", () => {
  const tunnelled = webhookConfiguration({
    chatServiceSid: exampleServiceSid,
    postWebhookUrl: "http://opensesame.ngrok.io/hook",
    filters: ["onMessageAdded"],
    method: "POST",
  });
  const decide = (gate: Partial<Gate>, reading: object = {}) =>
    decideGate(
      { configuration: tunnelled, isSecret: false, after: [], ...reading },
      {
        expectation: undefined,
        name: "expect",
        rules: knownRules("recommended"),
        enforcement: "mandatory",
        isPreview: false,
        ...gate,
      },
    );

  test("stop at an error, warn of a warning beside it, and say nothing of a note", () => {
    const { failure, warning, violations } = decide({});
    expect(failure).toContain("is wrong by the rules (1 finding):\n  - plain-http: ");
    expect(failure).toContain('switch the rule off: rules: { "plain-http": "off" }');
    expect(failure).not.toContain("tunnel-host");
    expect(warning).toContain("- tunnel-host: ");
    expect(violations).toEqual([]);
    const asNotes = knownRules({ "plain-http": "note", "tunnel-host": "note" });
    expect(decide({ rules: asNotes })).toMatchObject({ failure: null, warning: null });
  });

  test("warn only where no finding is an error", () => {
    const { failure, warning } = decide({ rules: knownRules({ "plain-http": "off" }) });
    expect(failure).toBeNull();
    expect(warning).toContain("- tunnel-host: ");
  });

  test("are enforced as an expectation is", () => {
    expect(decide({ enforcement: "disabled" })).toMatchObject({ failure: null, warning: null });
    const advisory = decide({ enforcement: "advisory" });
    expect(advisory.failure).toBeNull();
    expect(advisory.warning).toMatch(/plain-http[^]*tunnel-host/);
    const waiting = decide({ isPreview: true }, { after: ["setter"] });
    expect(waiting.failure).toBeNull();
    expect(waiting.warning).toMatch(/plain-http[^]*checked again in the update, after setter,[^]*tunnel-host/);
  });

  test("stand beside the violations of an expectation, which come first", () => {
    const { failure, violations } = decide({ expectation: compileExpectation({ method: "GET" }) });
    expect(failure).toMatch(/is not as expected:[^]*method: expected "GET"[^]*wrong by the rules[^]*plain-http/);
    expect(violations).toHaveLength(1);
  });

  test("that are not known yet wait for the update, which nothing passes unjudged", () => {
    const rules = knownRules({ "plain-http": notYetKnown, "tunnel-host": "off" });
    expect(decide({ rules, isPreview: true })).toMatchObject({ failure: null, warning: null });
    expect(decide({ rules }).failure).toBe(
      "the webhook configuration could not be judged: rules.plain-http is not known in the update",
    );
    expect(decide({ rules: knownRules(notYetKnown) }).failure).toContain("rules is not known in the update");
    const next = { expectation: compileExpectation({ method: "GET" }), rules, isPreview: true };
    expect(decide(next).failure).toContain("not known yet, so not checked: rules.plain-http");
  });

  test.each<[secret: string, gate: Partial<Gate>, reading: object]>([
    ["the SID is", {}, { isSecret: true }],
    ["the program says that the URL is", {}, { secretProperties: ["postWebhookUrl"] }],
    [
      "what is expected of the URL is",
      {
        expectation: compileExpectation(
          { postWebhookUrl: { host: "opensesame.ngrok.io" } },
          { secretPaths: [["postWebhookUrl"]] },
        ),
      },
      {},
    ],
    [
      "the same text is expected in another place, and is",
      {
        expectation: compileExpectation(
          { preWebhookUrl: { host: "opensesame.ngrok.io" } },
          { secretPaths: [["preWebhookUrl", "host"]] },
        ),
      },
      {},
    ],
  ])("show nothing of a URL that is secret because %s", (_secret, gate, reading) => {
    const { failure, warning } = decide(gate, reading);
    expect(`${failure} ${warning}`).toContain("plain-http");
    expect(`${failure} ${warning}`).not.toContain("opensesame");
  });
});

describe("The settings of the account are needed", () => {
  const own = webhookConfiguration({ postWebhookUrl: "https://hooks.acme.io/hook", filters: ["onMessageAdded"] });
  const none = webhookConfiguration({ preWebhookUrl: null, postWebhookUrl: null, filters: [] });
  const delivers = compileExpectation({ delivers: ["onMessageAdded"] });
  const rules = (severity: "error" | "note") =>
    knownRules({ "shadowed-account": severity, "nothing-configured": severity });

  test.each<[when: string, needed: boolean, configuration: typeof own, gate: Partial<Gate>]>([
    [
      "where events are to be delivered and the service has no settings of its own",
      true,
      none,
      { expectation: delivers },
    ],
    ["not where its own settings say what is delivered", false, own, { expectation: delivers }],
    ["not for what else is expected", false, none, { expectation: compileExpectation({ method: "POST" }) }],
    ["by the rule about a shadowed account", true, own, { rules: rules("error") }],
    ["by the rule about a service that nothing is configured for", true, none, { rules: rules("error") }],
    ["not for a note, which a gate does not say", false, none, { rules: rules("note") }],
    ["not for nothing", false, none, {}],
    ["not by a gate that is disabled", false, none, { expectation: delivers, enforcement: "disabled" }],
  ])("%s", (_when, needed, configuration, gate) => {
    expect(needsAccount(configuration, { expectation: undefined, enforcement: "mandatory", ...gate })).toBe(needed);
  });
});
