import { compileExpectation, type CompileOptions } from "../../../provider/expectation/compile-expectation";
import { judge, type JudgedConfiguration } from "../../../provider/verdict/judge";
import { violationReport } from "../../../provider/verdict/violation-report";

const chatServiceSid = `IS${"0".repeat(32)}`;
const live: JudgedConfiguration = {
  preWebhookUrl: "https://a.example/pre",
  postWebhookUrl: "https://a.example/post",
  method: "GET",
  filters: ["onMessageAdded"],
  accountSid: `AC${"0".repeat(32)}`,
};

/** What the reader is told to do besides the command and besides changing the expectation. */
function steps(expected: unknown, change: Partial<JudgedConfiguration> = {}, options?: CompileOptions): string[] {
  const { violations } = judge({ ...live, ...change }, compileExpectation(expected, options));
  return violationReport(violations, { chatServiceSid })
    .remediationSteps.slice(0, -1)
    .map((step) => step.trim())
    .filter((step) => !step.startsWith("twilio "));
}

const change = "Change the webhook configuration at Twilio:";

test.each<[expected: unknown, live: Partial<JudgedConfiguration>, told: string[]]>([
  [
    { postWebhookUrl: { host: "b.example" } },
    {},
    [change, "Choose a postWebhookUrl that meets host (many URLs do) and set it with --post-webhook-url"],
  ],
  [
    { preWebhookUrl: { set: true, protocol: "http", host: "b.example", path: "/x" } },
    {},
    [
      change,
      "Choose a preWebhookUrl that meets protocol, host and path (many URLs do) and set it with --pre-webhook-url",
    ],
  ],
  [
    { postWebhookUrl: { set: true } },
    { postWebhookUrl: null },
    [change, "Choose a postWebhookUrl and set it with --post-webhook-url"],
  ],
  [
    { method: ["GET", "POST"] },
    { method: null },
    [change, 'Choose a method, "GET" or "POST", and set it with --method'],
  ],
  [{ method: null }, {}, [change, "Twilio documents no way to set method back to null"]],
  [{ filters: null }, {}, [change, "Twilio documents no way to set filters back to null"]],
  [{ filters: [] }, {}, [change, "Twilio documents no way to empty filters with its CLI"]],
  [
    { filters: { only: ["onX"] } },
    {},
    [change, "Choose the events to deliver, and set all of them with --filters, once for each event"],
  ],
  [
    { filters: { excludes: ["onX"] } },
    { filters: null },
    [change, "Choose the events to deliver, and set all of them with --filters, once for each event"],
  ],
  [
    { filters: { includes: ["onMesageAdd"] } },
    {},
    [change, "Correct the misspelt events in the expectation: no command sets them"],
  ],
  [
    { accountSid: null },
    {},
    ["Check that this is the right service, and that the credentials are those of its account"],
  ],
])("For %j there is no command, and the reader is told what to choose", (expected, changed, told) => {
  expect(steps(expected, changed)).toEqual(told);
});

test("A command that fixes a part of the violations says how many, and what to choose for the others", () => {
  expect(steps({ method: "POST", postWebhookUrl: { host: "b.example", path: "/x" } })).toEqual([
    "To fix 1 of the 3 violations at Twilio:",
    "For the others:",
    "Choose a postWebhookUrl that meets host and path (many URLs do) and set it with --post-webhook-url",
  ]);
  expect(steps({ method: "POST", filters: { includes: ["onX"], excludes: ["onMessageAdded"] } })).toEqual([
    "To fix it at Twilio:",
  ]);
});

test("What is secret is not said, but that it is", () => {
  expect(steps({ method: "POST" }, {}, { secretPaths: [["method"]] })).toEqual([
    change,
    "Set method with --method: what is expected of it is secret, so no command shows it",
  ]);
  expect(steps({ filters: { includes: ["onX"] } }, {}, { secretPaths: [["filters"]] })).toEqual([
    change,
    "Set all of the events with --filters, once for each: not all of them may be shown here",
  ]);
});

describe("A command never takes away without a word what a URL has besides where it leads:", () => {
  const expected = { postWebhookUrl: "https://b.example/post" };

  test("connection overrides", () => {
    expect(steps(expected, { postWebhookUrl: "https://a.example/post#rc=3&rp=all" })).toEqual([
      "To fix it at Twilio:",
      "This removes #rc=3&rp=all from postWebhookUrl: if it is still needed, add it to the expected URL first",
    ]);
    expect(
      steps({ postWebhookUrl: "https://b.example/post#rc=3" }, { postWebhookUrl: "https://a.example/post#rc=3" }),
    ).toEqual(["To fix it at Twilio:"]);
  });

  test("a user name and a password, which are not shown", () => {
    expect(steps(expected, { postWebhookUrl: "https://u:sesame@a.example/post" })).toEqual([
      "To fix it at Twilio:",
      expect.stringMatching(/^This replaces all of a postWebhookUrl that is not shown: .*user name and a password/),
    ]);
  });

  test("and nothing is said if nothing is replaced, or no URL is wanted", () => {
    expect(steps(expected, { postWebhookUrl: null })).toEqual(["To fix it at Twilio:"]);
    expect(steps({ postWebhookUrl: null }, { postWebhookUrl: "https://a.example/post#rc=3" })).toEqual([
      "To fix it at Twilio:",
    ]);
  });
});
