import * as pulumi from "@pulumi/pulumi";
import { accountSettings, type AccountClient } from "../../request/account-client";
import { perStack } from "./per-stack";

const stackClients = perStack(() => new Map<string, AccountClient>());

/**
 * The client for an account of the stack that is running, made of its config and the environment. Reads of one stack
 * share it, and with it the connections and their limit.
 * @throws {InvalidInputError} for an account name of the wrong shape.
 * @throws {ConfigurationError} for credentials and settings that are missing or cannot be right.
 */
export function stackClient(account: unknown): AccountClient {
  const { key, connect } = accountSettings(account, (fullKey) => pulumi.runtime.getConfig(fullKey), process.env);
  const clients = stackClients();
  const client = clients.get(key) ?? connect();
  clients.set(key, client);
  return client;
}
