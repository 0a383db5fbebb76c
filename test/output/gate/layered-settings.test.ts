import * as pulumi from "@pulumi/pulumi";
import { layeredSettings } from "../../../provider/output/gate/layered-settings";
import { outputValue } from "../../../provider/testing";
import { compileRules } from "../../../provider/rules/rule-settings";

const gate = { "tunnel-host": "error", "get-method": "off" };

test.each<[what: string, gate: unknown, service: unknown, result: unknown]>([
  ["adds to the gate's", gate, { "plain-http": "warning" }, { ...gate, "plain-http": "warning" }],
  ["takes the place of single ones", gate, { "get-method": "error" }, { ...gate, "get-method": "error" }],
  ["leaves the gate's if it is undefined", gate, { "get-method": undefined }, gate],
  ["is all there is on top of the recommended ones", "recommended", { "get-method": "off" }, { "get-method": "off" }],
  ["takes the gate's place as a whole", gate, "recommended", "recommended"],
  ["takes the gate's place as a whole", gate, "off", "off"],
  ["is refused later if it is not valid", gate, null, null],
  ["is refused later if the gate's are not valid", null, { "get-method": "off" }, null],
])("What a service says of rules %s", (_what, ofGate, ofService, result) => {
  expect(layeredSettings(ofGate, ofService)).toEqual(result);
});

test("On a gate without rules, a service has those that it names", () => {
  const layered = layeredSettings("off", { "no-events": "error" });
  expect(compileRules(layered).rules.map(([{ id }]) => id)).toEqual(["no-events"]);
});

test("Rules that are outputs are laid on one another once they are known", async () => {
  for (const [below, above] of [
    [pulumi.output(gate), { "plain-http": "off" }],
    [gate, Promise.resolve({ "plain-http": "off" })],
  ]) {
    expect(await outputValue(layeredSettings(below, above) as pulumi.Output<unknown>)).toEqual({
      ...gate,
      "plain-http": "off",
    });
  }
});
