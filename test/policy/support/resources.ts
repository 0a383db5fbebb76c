import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import type { Properties, SentResource } from "./pack";

export const sid = "IS0123456789abcdef0123456789abcdef";
export const otherSid = "ISfedcba9876543210fedcba9876543210";
export const accountSid = `AC${"a".repeat(32)}`;

/** What stands on the wire for a text that is not known in preview. */
export const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
/** What stands on the wire for a list that is not known in preview. */
export const unknownList = "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2";

export const recordType = "pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration";

/** The type of the same resource in programs of other languages. */
export const pluginRecordType = "twilio-conversations:index:ServiceWebhookConfiguration";

/** A secret value, as it stands on the wire. */
export function secret(value: JavaScriptValue): Properties {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

export const configured = {
  chatServiceSid: sid,
  accountSid,
  preWebhookUrl: null,
  postWebhookUrl: "https://hooks.example.com/post",
  filters: ["onMessageAdded", "onConversationAdded"],
  method: "POST",
  url: `https://conversations.twilio.com/v1/Services/${sid}/Configuration/Webhooks`,
};

/** A `ServiceWebhookConfiguration` with these values. */
export function record(changed: Properties = {}, name = "chat"): SentResource {
  const { chatServiceSid = sid } = changed;
  const url = typeof chatServiceSid === "string" ? configured.url.replace(sid, chatServiceSid) : configured.url;
  return { type: recordType, name, props: { ...configured, url, ...changed } };
}

/** A resource of another kind. */
export function other(props: Properties, type = "aws:lambda/function:Function", name = "worker"): SentResource {
  return { type, name, props };
}
