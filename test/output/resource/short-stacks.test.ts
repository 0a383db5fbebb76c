import * as pulumi from "@pulumi/pulumi";
import { shortStacks, withStack } from "../../../provider/output/resource/short-stacks";

const framesOf = (error: Error): string[] => (error.stack ?? "").split("\n    at ").slice(1);
const before = Error.stackTraceLimit;
const transformation = (): undefined => undefined;

/** How many frames an error has that is made meanwhile. */
function depth(...given: Parameters<typeof shortStacks>): number {
  const usual = shortStacks(...given);
  const frames = framesOf(new Error("here"));
  usual();
  return frames.length;
}

afterEach(() => {
  Error.stackTraceLimit = before;
  delete process.env["PULUMI_DEBUG_PROMISE_LEAKS"];
});

test("while a resource is made there are no stacks, and then they are as long as before", () => {
  expect(depth({}, undefined)).toBe(0);
  expect(Error.stackTraceLimit).toBe(before);
});

test.each<[of: string, options: Pick<pulumi.ResourceOptions, "transformations">, parent: object | undefined]>([
  ["the resource", { transformations: [transformation] }, undefined],
  ["what it is made under", {}, { __transformations: [transformation] }],
])("where transformations of %s run meanwhile, a mistake in one has its line", (_of, options, parent) => {
  expect(depth(options, parent as pulumi.Resource | undefined)).toBe(1);
});

test("a parent without transformations, and what is none, leave it at no stacks", () => {
  const parents = [{ __transformations: [] }, "no resource", null] as unknown[];
  expect(parents.map((parent) => depth({}, parent as pulumi.Resource))).toEqual([0, 0, 0]);
});

test("transformations that are null, as programs in JavaScript may have it, are none", () => {
  expect(depth({ transformations: null } as never, undefined)).toBe(0);
});

test("where somebody wants no stacks at all, there are none", () => {
  Error.stackTraceLimit = 0;
  expect(depth({ transformations: [transformation] }, undefined)).toBe(0);
  expect(Error.stackTraceLimit).toBe(0);
});

test("who looks for promises that never end is shown where they were made", () => {
  process.env["PULUMI_DEBUG_PROMISE_LEAKS"] = "true";
  expect(depth({}, undefined)).toBeGreaterThan(1);
});

test("an error without a stack is given that of the call in the program", () => {
  const usual = shortStacks({}, undefined);
  const bare = new TypeError("it broke");
  usual();
  function make(): TypeError {
    return withStack(bare, make);
  }
  Error.stackTraceLimit = 50;
  expect(framesOf(make())).toHaveLength(framesOf(new Error("called here")).length);
  expect(framesOf(bare)[0]).toContain(__filename);
  expect(bare.stack).toMatch(/^TypeError: it broke\n/);
});

test("an error that has a stack keeps it, and what is no error is passed on", () => {
  const error = new Error("here");
  const { stack } = error;
  expect(withStack(error, framesOf).stack).toBe(stack);
  expect(withStack("a text", framesOf)).toBe("a text");
});
