// What a program may do with the values, and what it may not. The compiler runs these: there is nothing to execute.
import * as pulumi from "@pulumi/pulumi";
import { expectTypeOf } from "expect-type";
import {
  assertServiceWebhookConfiguration,
  getServiceWebhookConfiguration,
  getServiceWebhookConfigurationOutput,
  ServiceWebhookConfiguration,
  WebhookGate,
  type GetServiceWebhookConfigurationResult,
  type WebhookFilter,
  type WebhookMethod,
} from "../../provider/index";

export async function valuesThatWereRead(chatServiceSid: string): Promise<void> {
  const read = await getServiceWebhookConfiguration({ chatServiceSid });
  expectTypeOf(read).toEqualTypeOf<GetServiceWebhookConfigurationResult>();
  expectTypeOf(read.postWebhookUrl).toEqualTypeOf<string | null>();
  expectTypeOf(read.filters).toEqualTypeOf<WebhookFilter[] | null>();
  expectTypeOf(read.method).toEqualTypeOf<WebhookMethod | null>();
  expectTypeOf(read.accountSid).toEqualTypeOf<string | null>();
  expectTypeOf(read.url).toEqualTypeOf<string | null>();
  expectTypeOf(read.chatServiceSid).toEqualTypeOf<string>();
  // @ts-expect-error the URL may be null: what needs a string has to say what it does without one
  new URL(read.postWebhookUrl);
  // @ts-expect-error what was read is not to be changed
  read.postWebhookUrl = null;
}

export function outputsAreLifted(chatServiceSid: pulumi.Output<string>): void {
  const live = getServiceWebhookConfigurationOutput({ chatServiceSid });
  expectTypeOf(live).toEqualTypeOf<pulumi.Output<GetServiceWebhookConfigurationResult>>();
  expectTypeOf(live.postWebhookUrl).toEqualTypeOf<pulumi.Output<string | null>>();
  expectTypeOf(live.chatServiceSid).toEqualTypeOf<pulumi.Output<string>>();
  expectTypeOf(live.filters).toExtend<pulumi.Output<WebhookFilter[] | null>>();
  live.filters.apply((filters) => {
    expectTypeOf(filters).toEqualTypeOf<WebhookFilter[] | null>();
    // @ts-expect-error the filters may be null
    filters.includes("onMessageAdded");
    return filters?.includes("onMessageAdded") ?? false;
  });
  // @ts-expect-error there is no such value
  expectTypeOf(live.webhookUrl).toBeNever();
}

export function recordedValues(chatServiceSid: string): void {
  const chat = new ServiceWebhookConfiguration("chat", { chatServiceSid });
  expectTypeOf(chat.preWebhookUrl).toEqualTypeOf<pulumi.Output<string | null>>();
  expectTypeOf(chat.postWebhookUrl).toEqualTypeOf<pulumi.Output<string | null>>();
  expectTypeOf(chat.filters).toEqualTypeOf<pulumi.Output<WebhookFilter[] | null>>();
  expectTypeOf(chat.method).toEqualTypeOf<pulumi.Output<WebhookMethod | null>>();
  expectTypeOf(chat.account).toEqualTypeOf<pulumi.Output<string | undefined>>();
  expectTypeOf(ServiceWebhookConfiguration.get("chat", chatServiceSid)).toEqualTypeOf<ServiceWebhookConfiguration>();
  // Any resource's values may be what another read starts from.
  getServiceWebhookConfigurationOutput(
    { chatServiceSid: chat.chatServiceSid, account: chat.account },
    { dependsOn: chat },
  );
  // @ts-expect-error a configuration is read, never given
  new ServiceWebhookConfiguration("chat", { chatServiceSid, postWebhookUrl: "https://hooks.example.com/post" });
  // @ts-expect-error a service SID is required
  new ServiceWebhookConfiguration("chat", {});
}

export function whatAnAssertionHandsOn(
  read: GetServiceWebhookConfigurationResult & { readonly friendlyName: string },
): void {
  const { friendlyName } = assertServiceWebhookConfiguration(read, { method: "POST" });
  expectTypeOf(friendlyName).toEqualTypeOf<string>();
}

export function servicesOfAGate(chatServiceSid: string): void {
  const gate = new WebhookGate("gate", { services: { chat: { chatServiceSid, expect: { method: "POST" } } } });
  expectTypeOf(gate.services["chat"]).toEqualTypeOf<ServiceWebhookConfiguration | undefined>();
  // @ts-expect-error a service of which nothing is demanded would let anything pass
  new WebhookGate("gate", { services: { chat: { chatServiceSid } } });
  new WebhookGate("gate", { services: { chat: { chatServiceSid, rules: pulumi.output("recommended" as const) } } });
  new WebhookGate("gate", { services: { chat: { chatServiceSid } }, rules: { "tunnel-host": "error" } });
  // @ts-expect-error a rule that does not exist
  new WebhookGate("gate", { services: { chat: { chatServiceSid } }, rules: { "tunel-host": "error" } });
}
