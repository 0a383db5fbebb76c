import { webhookExpectationPolicy, webhookRulesPolicy } from "../../provider/policy";

const lower = "IS0123456789abcdef0123456789abcdef";
const upper = "IS0123456789ABCDEF0123456789ABCDEF";
const twice = /services has a service twice/;

test("A service whose SID is there in two cases is an error: one of the two would be passed over", () => {
  expect(() =>
    webhookExpectationPolicy({ services: { [lower]: { method: "POST" }, [upper]: { method: ["GET", "POST"] } } }),
  ).toThrow(twice);
  expect(() => webhookRulesPolicy({ services: { [lower]: { "plain-http": "error" }, [upper]: "off" } })).toThrow(twice);
});
