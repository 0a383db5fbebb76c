export { startEmulator } from "./emulator";
export type { EmulatorOptions } from "./emulator";
export type { ConnectionOptions, EmulatorBehaviour, TwilioEmulator } from "./twilio-emulator";
export { runEmulatorCommand } from "./emulator-command";
export type { EmulatorCommandIo } from "./emulator-command";
export { exampleAccountSid, exampleServiceSid, webhookConfiguration } from "./configuration";
export type { CredentialKind, EmulatorAccount } from "./accounts";
export type { EmulatorConfigValue } from "./connection-settings";
export type { ErrorFormat } from "./error-bodies";
export type {
  DelayFault,
  EndlessFault,
  Fault,
  HangFault,
  HtmlFault,
  ResetFault,
  StatusFault,
  TruncateFault,
} from "./fault";
export type { PageLimits } from "./service-list";
export type { RecordedRequest, RequestFilter } from "./request-log";
export type { EmulatedIdentity, EmulatedService, EmulatedServiceArgs } from "./service-store";
export type { EmulatedAccountWebhookSettings, EmulatedWebhookSettings } from "./webhook-settings";
export { outputValue } from "./output-value";
