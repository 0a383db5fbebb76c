import { callEach } from "../../support/call-module";

test("the size of a recorded resource is told apart: what the package adds, and the values in inputs and outputs", () => {
  const inputs = { method: "POST", __provider: "x" };
  const resource = { urn: "urn", inputs, outputs: { method: "POST" } };
  const [size] = callEach("bench/figures/state-size.mjs", "resourceBytes", [[resource]]);
  // "__provider":"x", and twice "method":"POST",
  expect(size).toEqual({ own: 17, values: 32, total: JSON.stringify(resource).length });
});
