export { startEmulator } from "./emulator/emulator";
export type { EmulatorOptions } from "./emulator/emulator";
export type { ConnectionOptions, EmulatorBehaviour, TwilioEmulator } from "./emulator/twilio-emulator";
export { runEmulatorCommand } from "./emulator-command";
export type { EmulatorCommandIo } from "./emulator-command";
export { exampleAccountSid, exampleServiceSid, webhookConfiguration } from "./configuration";
export type { CredentialKind, EmulatorAccount } from "./emulator/accounts/accounts";
export type { EmulatorConfigValue } from "./emulator/connection-settings";
export type { ErrorFormat } from "./emulator/error-bodies";
export type {
  DelayFault,
  EndlessFault,
  Fault,
  HangFault,
  HtmlFault,
  ResetFault,
  StatusFault,
  TruncateFault,
} from "./emulator/faults/fault";
export type { FormValues } from "./emulator/accounts/webhook-form";
export type { RawFields } from "./emulator/raw-fields";
export type { PageLimits } from "./emulator/accounts/service-list";
export type { RecordedRequest, RequestFilter } from "./emulator/request-log";
export type { EmulatedIdentity, EmulatedService, EmulatedServiceArgs } from "./emulator/accounts/service-store";
export type { EmulatedAccountWebhookSettings, EmulatedWebhookSettings } from "./emulator/accounts/webhook-settings";
export { outputValue } from "./output-value";
