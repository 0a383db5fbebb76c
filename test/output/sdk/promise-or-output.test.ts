import * as pulumi from "@pulumi/pulumi";
import { after } from "../../../provider/output/sdk/promise-or-output";
import { outputValue } from "../../../provider/testing/output-value";

test("what comes of a promise is a promise", async () => {
  const doubled = after(Promise.resolve(21), (value) => value * 2);
  expect(doubled).toBeInstanceOf(Promise);
  expect(await doubled).toBe(42);
});

test("what comes of an output is an output, and secret where that is", async () => {
  const doubled = after(pulumi.secret(21), (value) => value * 2);
  expect(pulumi.Output.isInstance(doubled)).toBe(true);
  const output = doubled as pulumi.Output<number>;
  expect(await outputValue(output)).toBe(42);
  expect(await pulumi.isSecret(output)).toBe(true);
});

test("what comes next may take its time, in either form", async () => {
  const next = async (value: number) => value + 1;
  expect(await after(Promise.resolve(1), next)).toBe(2);
  expect(await outputValue(after(pulumi.output(1), next) as pulumi.Output<number>)).toBe(2);
});
