import {
  InvalidInputError,
  lintServiceWebhookConfiguration,
  lintWebhookConfiguration,
  type RuleSettings,
} from "../../provider/index";
import { lintService } from "../../provider/rules/lint";
import { layeredRules } from "../../provider/rules/rule-settings";
import { service } from "./support/settings";

const live = service({ postWebhookUrl: "http://a.ngrok.io/", filters: ["onMessageAdded"], method: "GET" });
const found = (rules?: RuleSettings) =>
  lintServiceWebhookConfiguration(live, { rules }).map(({ rule, severity }) => `${severity} ${rule}`);

test("Without settings, and with `recommended`, the severities are the table's", () => {
  expect(found()).toEqual(["error plain-http", "warning tunnel-host", "warning get-method"]);
  expect(found("recommended")).toEqual(found());
  expect(found({})).toEqual(found());
});

test("Settings change severities on top of what is recommended, and the order with them", () => {
  expect(found({ "get-method": "error", "plain-http": "note" })).toEqual([
    "error get-method",
    "warning tunnel-host",
    "note plain-http",
  ]);
});

test("A rule that is off finds nothing, and all can be off", () => {
  expect(found({ "tunnel-host": "off" })).toEqual(["error plain-http", "warning get-method"]);
  expect(found({ "tunnel-host": undefined })).toEqual(found());
  expect(found("off")).toEqual([]);
});

test.each<[readonly RuleSettings[], string[]]>([
  [[], ["error plain-http", "warning tunnel-host", "warning get-method"]],
  [["off"], []],
  [["off", { "plain-http": "note" }], ["note plain-http"]],
  [[{ "plain-http": "note" }, "off"], []],
  [
    ["off", "recommended"],
    ["error plain-http", "warning tunnel-host", "warning get-method"],
  ],
  [
    [{ "plain-http": "note", "get-method": "off" }, { "get-method": "note" }],
    ["warning tunnel-host", "note plain-http", "note get-method"],
  ],
  [
    [{ "plain-http": "note" }, { "plain-http": undefined }],
    ["warning tunnel-host", "warning get-method", "note plain-http"],
  ],
])("Of layers of settings, %j, each changes what those before it say", (layers, expected) => {
  const findings = lintService(live, layeredRules(layers));
  expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(expected);
});

const refused = (rules: unknown) => {
  try {
    lintWebhookConfiguration({ ...live, target: null }, { rules: rules as RuleSettings });
  } catch (error) {
    return error as InvalidInputError;
  }
  throw new Error("it was taken");
};

test.each([
  [
    "strict",
    "rules",
    'rules is not valid: rules must be "recommended", "off" or an object of rules and their severities; it is "strict"',
  ],
  [
    null,
    "rules",
    'rules is not valid: rules must be "recommended", "off" or an object of rules and their severities; it is null',
  ],
  [
    [],
    "rules",
    'rules is not valid: rules must be "recommended", "off" or an object of rules and their severities; it is a list',
  ],
  [
    { "no-event": "off" },
    "rules.no-event",
    'rules is not valid: rules.no-event is not a rule; did you mean "no-events"?',
  ],
  [
    { getMethod: "off" },
    "rules.getMethod",
    'rules is not valid: rules.getMethod is not a rule; did you mean "get-method"?',
  ],
  [{ nonsense: "off" }, "rules.nonsense", "rules is not valid: rules.nonsense is not a rule"],
  [
    { "no-events": "warn" },
    "rules.no-events",
    'rules is not valid: rules.no-events must be "error", "warning", "note" or "off"; it is "warn"',
  ],
  [
    { "no-events": true },
    "rules.no-events",
    'rules is not valid: rules.no-events must be "error", "warning", "note" or "off"; it is a boolean',
  ],
])("%j is refused, with what was probably meant", (rules, argument, summary) => {
  const error = refused(rules);
  expect(error).toBeInstanceOf(InvalidInputError);
  expect(error.argument).toBe(argument);
  expect(error.summary).toBe(summary);
});

test("All that is wrong with settings is said at once", () => {
  const error = refused({ "no-event": "off", "get-method": "bad" });
  expect(error.summary).toBe("rules is not valid, for 2 reasons:");
  expect(error.remediationSteps).toEqual([
    'rules.no-event is not a rule; did you mean "no-events"?',
    'rules.get-method must be "error", "warning", "note" or "off"; it is "bad"',
  ]);
});

test.each([undefined, null, "https://hooks.acme.io/"])("%j is not a configuration", (configuration) => {
  expect(() => lintServiceWebhookConfiguration(configuration as never)).toThrow(InvalidInputError);
  expect(() => lintWebhookConfiguration(configuration as never)).toThrow(InvalidInputError);
});
