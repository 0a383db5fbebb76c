import { notYetKnown } from "../../provider/expectation/reading/not-yet-known";
import { knownRules } from "../../provider/verdict/known-rules";

const idsOf = (value: unknown) => knownRules(value).compiled.rules.map(([{ id }]) => id);

test("Rules that are known apply, and those that are not known yet are named and wait", () => {
  expect(knownRules("recommended").deferred).toEqual([]);
  expect(idsOf({ "tunnel-host": "off" })).not.toContain("tunnel-host");
  const partly = knownRules({ "tunnel-host": notYetKnown, "get-method": "error" });
  expect(partly.deferred).toEqual(["rules.tunnel-host"]);
  expect(partly.compiled.rules.map(([{ id }]) => id)).not.toContain("tunnel-host");
  expect(partly.compiled.rules.find(([{ id }]) => id === "get-method")?.[1]).toBe("error");
  const unknown = knownRules(notYetKnown, { name: "services.chat.rules" });
  expect(unknown.deferred).toEqual(["services.chat.rules"]);
  expect(unknown.compiled.rules).toEqual([]);
});

test.each<[value: unknown, message: string]>([
  [undefined, "rules is undefined: give it a value, or leave the key out"],
  [null, "it is null"],
  [["recommended"], "it is a list"],
  ["recomended", 'it is "recomended"'],
  [new Map(), "rules is an object of class Map, not plain data"],
  [{ "tunel-host": "error" }, 'rules.tunel-host is not a rule; did you mean "tunnel-host"?'],
  [{ "tunel-host": notYetKnown }, 'rules.tunel-host is not a rule; did you mean "tunnel-host"?'],
  [{ "tunnel-host": "fatal" }, 'rules.tunnel-host must be "error", "warning", "note" or "off"; it is "fatal"'],
])("Rules that are not valid are refused: %j", (value, message) => {
  expect(() => knownRules(value)).toThrow(message);
});

test("What is wrong with secret rules is not repeated", () => {
  const refused = () => knownRules({ "tunnel-host": "opensesame" }, { secretPaths: [["tunnel-host"]] });
  expect(refused).toThrow("it is secret, so no more is said of it");
  expect(refused).not.toThrow("opensesame");
});
