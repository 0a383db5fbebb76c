// What may be expected, and which mistakes the compiler finds. It runs these: there is nothing to execute.
import * as pulumi from "@pulumi/pulumi";
import { expectTypeOf } from "expect-type";
import {
  knownWebhookFilters,
  ServiceWebhookConfiguration,
  verifyServiceWebhookConfiguration,
  WebhookGate,
  type Enforcement,
  type GetServiceWebhookConfigurationResult,
  type ServiceWebhookExpectation,
  type ServiceWebhookExpectationInput,
  type Violation,
  type WebhookFilter,
} from "../../provider/index";

const chatServiceSid = "IS0123456789abcdef0123456789abcdef";

export function enforcementLevels(): void {
  const typo = "mandatry";
  // @ts-expect-error a level that does not exist, also where it comes from elsewhere in the program
  new ServiceWebhookConfiguration("chat", { chatServiceSid, expect: { method: "POST" }, enforcement: typo });
  const anyText: string = typo;
  // @ts-expect-error any text will not do either
  new WebhookGate("gate", { services: {}, enforcement: anyText });
  const fromConfig = new pulumi.Config().get<Enforcement>("enforcement", { allowedValues: ["mandatory", "advisory"] });
  new ServiceWebhookConfiguration("chat", { chatServiceSid, expect: { method: "POST" }, enforcement: fromConfig });
  new WebhookGate("gate", { services: {}, enforcement: pulumi.output("advisory" as const) });
}

/** The members of a union of strings that name one string each. */
type Literals<Union> = Union extends string ? (string extends Union ? never : Union) : never;

export function eventsAreKnownAndOpen(addedLater: string): void {
  // The known ones stand in the type as such, so that an editor completes them; yet any other is taken.
  expectTypeOf<Literals<WebhookFilter>>().toEqualTypeOf<(typeof knownWebhookFilters)[number]>();
  expectTypeOf(addedLater).toExtend<WebhookFilter>();
  expectTypeOf<number>().not.toExtend<WebhookFilter>();
}

export function outputsAtAnyDepth(url: pulumi.Output<string>, filters: pulumi.Output<string[]>): void {
  const expectations: ServiceWebhookExpectationInput[] = [
    { postWebhookUrl: url },
    { postWebhookUrl: url.apply((known) => ({ host: new URL(known).host })) },
    { postWebhookUrl: { protocol: pulumi.output("https" as const), host: [url, "*.example.com"], query: filters } },
    { postWebhookUrl: { pattern: { source: pulumi.interpolate`^${url}`, flags: Promise.resolve("i") } } },
    { filters: { includes: filters }, method: pulumi.output(["GET" as const, null]) },
    pulumi.output({ preWebhookUrl: null, accountSid: url }),
  ];
  new ServiceWebhookConfiguration("chat", { chatServiceSid, expect: expectations[0] ?? {} });
}

export function misspeltKeys(read: GetServiceWebhookConfigurationResult): void {
  // @ts-expect-error postWebhookURL is not what it is called
  new ServiceWebhookConfiguration("chat", { chatServiceSid, expect: { postWebhookURL: null } });
  // @ts-expect-error hosts is not what it is called
  new ServiceWebhookConfiguration("chat", { chatServiceSid, expect: { postWebhookUrl: { hosts: "example.com" } } });
  // @ts-expect-error include is not what it is called
  verifyServiceWebhookConfiguration(read, { filters: { include: ["onMessageAdded"] } });
  // @ts-expect-error no such method is used for webhooks
  verifyServiceWebhookConfiguration(read, { method: "PUT" });
  // @ts-expect-error a plain function judges what is known: an output goes to the Output form
  verifyServiceWebhookConfiguration(read, { postWebhookUrl: pulumi.output("https://hooks.example.com/post") });
  expectTypeOf(verifyServiceWebhookConfiguration(read, {})).toExtend<readonly Violation[]>();
}

export function expectationsAreData(expectation: ServiceWebhookExpectation): void {
  expectTypeOf(expectation).toExtend<ServiceWebhookExpectationInput>();
}
