// Tested by test/policy/webhook-expectation-policy.test.ts
import type { ResourceValidationArgs } from "@pulumi/policy";
import { secretPlaceholder } from "../text/secret-placeholder";
import { recordedProperties } from "../recording/recorded-properties";
import { judge, type JudgedConfiguration } from "../verdict/judge";
import { violationMessage } from "../verdict/violation-report";
import { expectationOf, type ExpectationChoice } from "./expectation-choice";
import { ignoredChangesMessage } from "./ignored-changes";
import { knownProperty } from "./known-property";

/** The expectations of a policy, and how it reports violations. */
export interface ExpectationSettings {
  readonly choice: ExpectationChoice;
  readonly showValues: boolean;
}

const hiddenHint = `  What was found is shown as ${secretPlaceholder}: a policy cannot tell which values are secret. \`showValues\` shows it.`;

/**
 * Judges what a `ServiceWebhookConfiguration` is about to record. What is known is judged and reported; for what is not
 * known yet, the SDK's own error is thrown then, which tells the user that it was not judged.
 */
export function judgeResource(
  { props, opts, notApplicable }: Pick<ResourceValidationArgs, "props" | "opts" | "notApplicable">,
  { choice, showValues }: ExpectationSettings,
  reportViolation: (message: string) => void,
): void {
  const sid = knownProperty(props, "chatServiceSid");
  if (!sid.isKnown && choice.bySid.size > 0) {
    throw sid.reason;
  }
  const chatServiceSid = sid.isKnown && typeof sid.value === "string" ? sid.value : undefined;
  const expectation = expectationOf(choice, chatServiceSid);
  if (expectation === undefined) {
    return notApplicable("it expects nothing of this service");
  }
  // Its own error says why, and stops the deployment. Where only some are absent, that is judged, and no pass.
  if (!recordedProperties.some((key) => Object.hasOwn(props, key))) {
    return notApplicable("the service could not be read");
  }
  const ignored = ignoredChangesMessage({ opts }, expectation.properties);
  if (ignored !== undefined) {
    reportViolation(ignored);
  }
  const read = expectation.properties.map((name) => ({ name, ...knownProperty(props, name) }));
  const unknown = read.filter(({ isKnown }) => !isKnown);
  const configuration = Object.fromEntries(
    read.map((property) => [property.name, property.isKnown ? property.value : null]),
  );
  const compiled = expectation.compiled(unknown.map(({ name }) => name));
  const { violations, deferred } = judge(configuration as unknown as JudgedConfiguration, compiled, {
    secretProperties: new Set(showValues ? [] : expectation.properties),
  });
  if (violations.length > 0) {
    const { name, publicName } = expectation;
    const message = showValues
      ? violationMessage(violations, {
          chatServiceSid: chatServiceSid ?? secretPlaceholder,
          expectationName: name,
          deferred,
        })
      : violationMessage(violations, {
          chatServiceSid: secretPlaceholder,
          expectationName: publicName,
          deferred: deferred.map((condition) => condition.replace(name, publicName)),
        });
    reportViolation(showValues ? message : `${message}\n${hiddenHint}`);
  }
  for (const property of read) {
    if (!property.isKnown) {
      throw property.reason;
    }
  }
}
