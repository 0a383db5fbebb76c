// Tested by test/expectation/findings.test.ts
import type { WebhookMethod } from "../result/service-webhook-configuration";
import type { Condition } from "./conditions/condition";
import type { ExpectationNode } from "./reading/expectation-node";
import { frozenCopy } from "./reading/frozen-copy";

const allMethods: readonly (WebhookMethod | null)[] = ["GET", "POST", null];

/** Reads `method`. */
export function parseMethod(node: ExpectationNode): readonly Condition<string | null>[] {
  const methods = node.oneOrMore(parseMethodName);
  if (methods !== undefined && allMethods.every((method) => methods.includes(method))) {
    node.problem("says nothing: any method is in the list, and so is null; leave the key out");
  }
  return methods === undefined ? [] : [oneOf(node, methods)];
}

/** Reads `accountSid`. */
export function parseAccountSid(node: ExpectationNode): readonly Condition<string | null>[] {
  const { value } = node;
  if (value !== null && !(typeof value === "string" && /^AC[0-9a-fA-F]{32}$/.test(value))) {
    node.problem(`must be an account SID, AC and 32 hex digits, or null; it is ${node.shown}`);
    return [];
  }
  return [oneOf(node, [value])];
}

function parseMethodName(node: ExpectationNode): WebhookMethod | null | undefined {
  const { value } = node;
  if (value === "GET" || value === "POST" || value === null) {
    return value;
  }
  return node.problem(`must be "GET", "POST" or null; it is ${node.shown}`);
}

function oneOf(node: ExpectationNode, allowed: readonly (string | null)[]): Condition<string | null> {
  return {
    name: "equals",
    expected: frozenCopy(node.value),
    isSecret: node.isSecret,
    judge: (live) => (allowed.includes(live) ? undefined : { found: live }),
  };
}
