// Tested by test/output/functions/get-service-webhook-configuration.test.ts
import * as pulumi from "@pulumi/pulumi";
import type { AccountClient } from "../../request/account-client";
import { ClientCache } from "../../request/client-cache";
import { perStack } from "./per-stack";

const ofStack = perStack(() => new ClientCache());
/** Notices about settings that the stack's log has had. */
const notices = perStack(() => new Set<string>());
/** For reads when no stack is running, such as a plain script's. Its credentials may change for as long as it runs. */
const ofProcess = new ClientCache(100);

/**
 * The client for an account, made of the running stack's config and the environment. Several stacks in one process
 * (Automation API) never share one, even with the same settings; reads without a running stack share the process's.
 * @throws {InvalidInputError} for an account name of the wrong shape.
 * @throws {ConfigurationError} for credentials and settings that are missing or cannot be right.
 */
export function stackClient(account: unknown): AccountClient {
  const hasStack = pulumi.runtime.getStackResource() !== undefined;
  const clients = hasStack ? ofStack() : ofProcess;
  const client = clients.clientFor(account, (fullKey) => pulumi.runtime.getConfig(fullKey), process.env);
  if (hasStack && client.notice !== undefined && !notices().has(client.notice)) {
    notices().add(client.notice);
    void pulumi.log.info(client.notice);
  }
  return client;
}
