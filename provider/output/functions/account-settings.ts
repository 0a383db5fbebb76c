// Tested by test/output/sdk/mocked.test.ts
import type { GetWebhookConfigurationResult } from "../../result/account-webhook-configuration";
import { perStack } from "../stack/per-stack";
import { liveRead } from "./live-read";
import { accountRead } from "./read-function";

const ofStack = perStack(() => new Map<string, Promise<GetWebhookConfigurationResult>>());

/**
 * An account's own webhook configuration, read once for all gates of a run; and once more for those that wait for other
 * resources, which may be what changes it. Rejects with the errors of this package.
 * @param after The names of the resources that are done before it is read.
 */
export function accountSettings(
  account: string | undefined,
  after: readonly string[],
): Promise<GetWebhookConfigurationResult> {
  const readings = ofStack();
  const key = JSON.stringify([account ?? null, [...after].sort()]);
  const reading =
    readings.get(key) ?? liveRead(accountRead, { account }, { what: "the account's webhook configuration" });
  readings.set(key, reading);
  return reading;
}
