// Tested by test/cli/record-command.test.ts

/** The types of the SDKs in Go and Python for the properties of an expectation that have one. */
export const argumentTypes: Readonly<Record<string, string>> = {
  preWebhookUrl: "UrlConditionsArgs",
  postWebhookUrl: "UrlConditionsArgs",
  filters: "FilterConditionsArgs",
};
