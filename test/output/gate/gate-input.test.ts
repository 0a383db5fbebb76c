import * as pulumi from "@pulumi/pulumi";
import { isRefused, knownExpectation, recordedDemand } from "../../../provider/output/gate/gate-input";
import { outputValue, webhookConfiguration } from "../../../provider/testing";
import { judge } from "../../../provider/verdict/judge";

const unknown = <T>(): pulumi.Output<T> =>
  pulumi.output(Promise.resolve(pulumi.unknown)) as unknown as pulumi.Output<T>;
const url = "https://hooks.example.com/post";
const live = webhookConfiguration({ postWebhookUrl: url, method: "POST", filters: ["onMessageAdded"] });

test.each([
  ["plain", { postWebhookUrl: url }],
  ["an output", pulumi.output({ postWebhookUrl: url })],
  ["a promise", Promise.resolve({ postWebhookUrl: url })],
  [
    "an output deep inside",
    { filters: { includes: [pulumi.output("onMessageAdded")] }, method: [Promise.resolve("POST")] },
  ],
  ["a promise of an object with an output inside", Promise.resolve({ postWebhookUrl: pulumi.output(url) })],
])("An expectation may be %s", async (_form, input) => {
  expect(judge(live, await knownExpectation(input))).toMatchObject({ outcome: "holds", violations: [], deferred: [] });
});

test("What is not known yet is deferred, and only that", async () => {
  const expectation = await knownExpectation({
    postWebhookUrl: { host: unknown<string>(), path: "/other" },
    method: unknown(),
  });
  const { outcome, violations, deferred } = judge(live, expectation);
  expect(outcome).toBe("violated");
  expect(violations.map(({ condition }) => condition)).toEqual(["path"]);
  expect(deferred).toEqual(["expect.postWebhookUrl.host", "expect.method"]);
  expect(judge(live, await knownExpectation(unknown())).outcome).toBe("unverified");
});

test("What is secret is not in the violation, wherever in the expectation the secret is", async () => {
  for (const input of [
    { postWebhookUrl: pulumi.secret("https://opensesame.example.com") },
    pulumi.secret({ postWebhookUrl: "https://opensesame.example.com" }),
    { postWebhookUrl: { host: [pulumi.secret("opensesame.example.com")] } },
  ]) {
    const { violations } = judge(live, await knownExpectation(input));
    expect(violations).toHaveLength(1);
    expect(JSON.stringify(violations)).not.toContain("opensesame");
    expect(violations[0]?.secret).toBe(true);
  }
});

test.each([
  ["undefined", undefined],
  ["a key whose value is undefined", { method: undefined }],
  ["an output of undefined", { method: pulumi.output(undefined) }],
  ["an output that has a key whose value is undefined", pulumi.output({ method: "POST", filters: undefined })],
  ["a promise of such an object", Promise.resolve({ method: "POST", filters: undefined })],
  ["an unknown key next to an output", { method: pulumi.output("POST"), filter: null }],
  [
    "an object of a class",
    new (class Expectation {
      method = "POST";
    })(),
  ],
  ["a resource's place-holder", { method: () => "POST" }],
  ["a list with a hole", { method: Array(1) }],
])("An expectation that is %s is refused, and never taken for less", async (_form, input) => {
  await expect(knownExpectation(input)).rejects.toThrow("is not a valid expectation");
});

test("An expectation that holds itself is refused and does not hang", async () => {
  const cyclic: Record<string, unknown> = { method: "POST" };
  cyclic["postWebhookUrl"] = cyclic;
  await expect(knownExpectation(cyclic)).rejects.toThrow("is not a valid expectation");
  expect(recordedDemand(cyclic)).toEqual({ method: "POST", postWebhookUrl: undefined });
});

test("An object that stands in very many places is refused, and does not hang either", async () => {
  let shared: object = {};
  for (let level = 0; level < 60; level += 1) {
    shared = { host: shared, path: [shared, shared] };
  }
  const expectation = { preWebhookUrl: shared, postWebhookUrl: shared };
  expect(isRefused(expectation)).toBe(true);
  await expect(knownExpectation(expectation)).rejects.toThrow("expect.postWebhookUrl.host must be a host");
  await expect(knownExpectation(pulumi.output(Promise.resolve({ method: "POST" })))).resolves.toBeDefined();
  expect(Object.keys(recordedDemand(expectation) as object)).toEqual(["preWebhookUrl", "postWebhookUrl"]);
});

test("What is done to an expectation after it was handed over changes nothing", async () => {
  const expectation = {
    postWebhookUrl: { host: ["hooks.example.com"] },
    filters: ["onMessageAdded"],
    method: unknown(),
  };
  const known = knownExpectation(expectation);
  const recorded = recordedDemand(expectation);
  expectation.postWebhookUrl.host[0] = "evil.example";
  expectation.filters.push("onX");
  expect(judge(live, await known).violations).toEqual([]);
  expect(recorded).toMatchObject({ postWebhookUrl: { host: ["hooks.example.com"] }, filters: ["onMessageAdded"] });
});

test("A URL in an expectation that carries a credential is recorded as a secret, and nothing else is", async () => {
  const recorded = recordedDemand({
    preWebhookUrl: "https://hooks.example.com/pre?token=1",
    postWebhookUrl: pulumi.output("https://user:word@hooks.example.com"),
    method: "POST",
    filters: ["onMessageAdded"],
  }) as Record<string, pulumi.Output<unknown>>;
  const { preWebhookUrl, postWebhookUrl, ...others } = recorded;
  expect(preWebhookUrl && (await pulumi.isSecret(preWebhookUrl))).toBe(true);
  expect(postWebhookUrl && (await pulumi.isSecret(postWebhookUrl))).toBe(true);
  expect(postWebhookUrl && (await outputValue(postWebhookUrl))).toBe("https://user:word@hooks.example.com");
  expect(others).toEqual({ method: "POST", filters: ["onMessageAdded"] });
});

test.each<[expectation: unknown, refused: boolean]>([
  [{}, true],
  [{ postWebHookUrl: pulumi.output(null) }, true],
  [{ postWebhookUrl: { host: Promise.resolve("a.example"), path: "x" } }, true],
  [{ filters: [pulumi.output("onMessageAdded"), 7] }, true],
  [{ postWebhookUrl: { host: Promise.resolve("a.example"), path: "/x" } }, false],
  [{ filters: [pulumi.output("onMessageAdded")] }, false],
  [pulumi.output({}), false],
  [{ method: "POST" }, false],
])("whatever is not known yet, %j is refused: %p", (expectation, refused) => {
  expect(isRefused(expectation)).toBe(refused);
});
