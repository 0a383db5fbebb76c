// Tested by test/output/functions/get-service-webhook-configuration.test.ts
import type { AccountClient } from "../../request/account-client";
import type { RequestEvent } from "../../request/request-event";
import { recordedProperties } from "../../recording/recorded-properties";
import { readServiceWebhookConfiguration } from "../../result/read-service-webhook-configuration";
import { readServiceWebhookConfigurations } from "../../result/read-service-webhook-configurations";
import { readWebhookConfiguration } from "../../result/read-webhook-configuration";
import { secretProperties, type UrlProperty } from "../../result/secret-properties";
import type { GetServiceWebhookConfigurationResult } from "../../result/service-webhook-configuration";
import type { GetWebhookConfigurationResult } from "../../result/account-webhook-configuration";
import type { ServiceWebhookConfigurationReading } from "../../result/service-reading";
import type { PropertiesOf } from "../resource/known-arguments";

/** The arguments that every read has. */
export interface AccountArgs {
  readonly account?: string | undefined;
}

/** One service to read. */
export interface ServiceArgs extends AccountArgs {
  readonly chatServiceSid: string;
}

/** Several services to read; all of the account's if none is named. */
export interface ServicesArgs extends AccountArgs {
  readonly chatServiceSids?: readonly string[] | undefined;
}

/** How a read is made. */
export interface ReadCircumstances {
  readonly signal?: AbortSignal | undefined;
  /** Told what happens, and for which service: its SID, `null` for the list of services, undefined for the account. */
  readonly onEvent: (event: RequestEvent, service?: string | null) => void;
}

/** Everything that tells one of the package's read functions from the others. */
export interface ReadFunction<Args extends AccountArgs, Result> {
  /** The name by which a user's `mocks.call` knows it. */
  readonly token: string;
  /** The arguments that it has. */
  readonly arguments: PropertiesOf<Args>;
  /** The argument that identifies services: if the program marked it as a secret, no error and no log has it. */
  readonly sids: keyof Args | undefined;
  /** Asks Twilio. */
  read(client: AccountClient, args: Args, circumstances: ReadCircumstances): Promise<Result>;
  /** Whether one of the URLs in the result carries a credential. */
  hasSecret(result: Result): boolean;
  /** The fields that an answer of a user's mocks lacks. */
  missingFrom(answer: Partial<Result>): readonly string[];
  /** An answer that a user's mocks can give, as an expression. */
  readonly mockAnswer: string;
}

const serviceFields: readonly (keyof GetServiceWebhookConfigurationResult)[] = [
  "chatServiceSid",
  ...recordedProperties,
];
const accountFields: readonly (keyof GetWebhookConfigurationResult)[] = [...recordedProperties, "target"];

function hasSecretUrl(configuration: Pick<GetServiceWebhookConfigurationResult, UrlProperty>): boolean {
  return secretProperties(configuration).size > 0;
}

function absent<Key extends string>(object: Partial<Record<Key, unknown>>, keys: readonly Key[]): readonly Key[] {
  return keys.filter((key) => object[key] === undefined);
}

/** The read of one service, behind `getServiceWebhookConfiguration` and the resource. */
export const serviceRead: ReadFunction<ServiceArgs, GetServiceWebhookConfigurationResult> = {
  token: "twilio-conversations:index:getServiceWebhookConfiguration",
  arguments: { account: true, chatServiceSid: true },
  sids: "chatServiceSid",
  read: (client, { chatServiceSid }, { signal, onEvent }) =>
    readServiceWebhookConfiguration(client, chatServiceSid, {
      signal,
      onEvent: (event) => onEvent(event, chatServiceSid),
    }),
  hasSecret: hasSecretUrl,
  missingFrom: (answer) => absent(answer, serviceFields),
  mockAnswer: "webhookConfiguration({ postWebhookUrl: … })",
};

/** The read of several services, behind `getServiceWebhookConfigurations`. */
export const servicesRead: ReadFunction<
  ServicesArgs,
  { readonly services: readonly ServiceWebhookConfigurationReading[] }
> = {
  token: "twilio-conversations:index:getServiceWebhookConfigurations",
  arguments: { account: true, chatServiceSids: true },
  sids: "chatServiceSids",
  read: async (client, { chatServiceSids }, { signal, onEvent }) => ({
    services: await readServiceWebhookConfigurations(client, chatServiceSids, {
      signal,
      onEvent: (event, sid) => onEvent(event, sid ?? null),
    }),
  }),
  hasSecret: ({ services }) =>
    services.some(({ configuration }) => configuration !== null && hasSecretUrl(configuration)),
  missingFrom: ({ services }) =>
    Array.isArray(services) ? services.flatMap((reading, index) => missingFromReading(reading, index)) : ["services"],
  mockAnswer:
    "{ services: [{ chatServiceSid, friendlyName: null, configuration: webhookConfiguration({ chatServiceSid }), error: null }] }",
};

function missingFromReading(reading: unknown, index: number): readonly string[] {
  const { configuration, ...others } = (reading ?? {}) as Partial<ServiceWebhookConfigurationReading>;
  const missing: readonly string[] = absent({ ...others, configuration }, ["chatServiceSid", "configuration", "error"]);
  const within = configuration ? absent(configuration, serviceFields).map((key) => `configuration.${key}`) : [];
  return [...missing, ...within].map((key) => `services[${index}].${key}`);
}

/** The read of the account's own configuration, behind `getWebhookConfiguration`. */
export const accountRead: ReadFunction<AccountArgs, GetWebhookConfigurationResult> = {
  token: "twilio-conversations:index:getWebhookConfiguration",
  arguments: { account: true },
  sids: undefined,
  read: (client, _args, { signal, onEvent }) => readWebhookConfiguration(client, { signal, onEvent }),
  hasSecret: hasSecretUrl,
  missingFrom: (answer) => absent(answer, accountFields),
  mockAnswer: '{ ...webhookConfiguration({ postWebhookUrl: … }), target: "webhook" }',
};
