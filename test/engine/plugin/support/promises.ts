import { diagnosticsOf, otherSid, sid, startTwilio } from "../../support/service";
import { createLanguageProject, pluginConfig, type Language } from "./language";
import type { Project } from "../../support";
import type { TwilioEmulator } from "../../../../provider/testing";

const hiddenSid = "IS11111111111111111111111111111111";
const hiddenUrl = "https://hidden.example.com/after";

/** A program in one language, and what has to be done with it before it can run. */
export interface LanguageProgram {
  readonly language: Language;
  readonly files: Record<string, string>;
  readonly prepare?: (project: Project) => Promise<void>;
}

export interface Started {
  readonly twilio: TwilioEmulator;
  readonly project: Project;
  /** What must be in no output. */
  readonly secrets: readonly string[];
}

/** The project of the program that every language has: four services, of two accounts. */
export async function startProgram({ language, files, prepare }: LanguageProgram): Promise<Started> {
  const twilio = await startTwilio();
  const eu = twilio.addAccount();
  twilio.addService({ sid: otherSid, accountSid: eu.accountSid, webhook: { method: "GET" } });
  twilio.addService({ sid: hiddenSid, webhook: { postWebhookUrl: hiddenUrl } });
  const project = await createLanguageProject(language, {
    program: files,
    config: {
      ...pluginConfig(twilio),
      chatServiceSid: sid,
      euServiceSid: otherSid,
      euAccountSid: eu.accountSid,
      euAuthToken: { secret: eu.authToken },
      baseUrl: twilio.baseUrl,
      hiddenSid: { secret: hiddenSid },
      hiddenUrl: { secret: hiddenUrl },
    },
  });
  await prepare?.(project);
  return { twilio, project, secrets: [hiddenUrl, twilio.account.authToken, eu.authToken] };
}

/** The lines with errors and warnings that a command has shown. */
export function problemsIn(output: string): string[] {
  return diagnosticsOf(output)
    .split("\n")
    .filter((line) => /(error|warning): (?!https:)|Traceback|panic:|exit status/i.test(line));
}

/** The errors of resources and of the program; a host that is interrupted may say so in a trace or a line of its own. */
function errorsIn(output: string): string[] {
  return problemsIn(output).filter((line) => /^ +error: /.test(line));
}

/**
 * Previews, updates, drifts and refreshes; the program's last state is the one after a refresh.
 * @param none the output that the program makes of a null
 */
export async function expectPromises({ twilio, project, secrets }: Started, none: string | null): Promise<void> {
  const preview = await project.preview("--diff");
  expect(problemsIn(preview.output)).toEqual([]);
  expect(preview.output).toContain("+ 8 to create");
  // What is unknown is not read; all else is there in preview already.
  for (const name of ["late", "after-stash"]) {
    expect(preview.output).toMatch(new RegExp(`::${name}\\][^+]*postWebhookUrl *: \\[unknown\\]`));
  }
  expect(preview.output).toMatch(/postWebhookUrl *: "https:\/\/hooks.example.com\/post"/);

  const updated = await project.up();
  expect(problemsIn(updated.output)).toEqual([
    `    warning: the webhook configuration of service ${otherSid} is not as expected:`,
  ]);
  // The rules and the delivery that an advisory resource is judged by.
  expect(diagnosticsOf(updated.output)).toMatch(/delivers[^]*onMessageAdded[^]*nothing-configured/);
  expect(await project.stackOutputs()).toEqual({
    none,
    hidden: "[secret]",
    late: "https://hooks.example.com/post",
    read: "https://hooks.example.com/post",
    method: "GET",
    passed: true,
  });

  twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.net/post" });
  const drifted = await project.preview("--diff");
  expect(drifted.output).toMatch(
    /postWebhookUrl *: "https:\/\/hooks.example.com\/post" => "https:\/\/hooks.example.net\/post"/,
  );
  const refreshed = await project.refresh();
  expect(problemsIn(refreshed.output)).toEqual([]);
  expect(refreshed.output).toContain("~ 3 updated");

  const state = JSON.stringify((await project.exportState()).deployment.resources);
  expect(state).toContain("hooks.example.net");
  expect(secrets.filter((secret) => project.transcript.includes(secret))).toEqual([]);
}

/** A resource that cannot be read has one message of its own, and a function's message is all that its language shows. */
export async function expectFailingReads({ twilio, project, secrets }: Started): Promise<void> {
  twilio.setFault(otherSid, { status: 403, code: 20403 });
  const failed = await project.preview();
  expect(failed.code).not.toBe(0);
  expect(errorsIn(failed.output)).toEqual([
    `    error: twilio-conversations:index:ServiceWebhookConfiguration resource 'eu-chat' has a problem: the webhook configuration of service ${otherSid} could not be read: Twilio answered 403 (code 20403): Emulated fault 403`,
  ]);
  twilio.clearFaults();

  twilio.setFault(sid, { status: 403, code: 20403 });
  const stopped = await project.preview();
  expect(stopped.code).not.toBe(0);
  expect(diagnosticsOf(stopped.output)).toContain(
    `the webhook configuration of service ${sid} could not be read: Twilio answered 403 (code 20403)`,
  );
  expect(secrets.filter((secret) => project.transcript.includes(secret))).toEqual([]);
}

/** The gate of an example: what depends on it is touched only once the webhooks are as expected. */
export async function expectGate(
  language: Language,
  files: Record<string, string>,
  prepare?: LanguageProgram["prepare"],
) {
  const twilio = await startTwilio();
  const project = await createLanguageProject(language, {
    program: files,
    config: { ...pluginConfig(twilio), chatServiceSid: sid },
  });
  await prepare?.(project);
  const closed = await project.up();
  expect(closed.code).not.toBe(0);
  const [problem = "", ...others] = errorsIn(closed.output);
  expect(others).toEqual([]);
  expect(problem).toContain(
    `resource 'webhooks' has a problem: the webhook configuration of service ${sid} is not as expected (3 violations)`,
  );
  expect(closed.output).toContain("twilio api:conversations:v1:services:configuration:webhooks:update");
  expect(closed.output).not.toContain("chat-backend");

  twilio.changeWebhook(sid, {
    preWebhookUrl: "https://hooks.example.com/before",
    postWebhookUrl: "https://hooks.example.com/after",
  });
  const open = await project.up();
  expect(diagnosticsOf(open.output)).toBe("");
  expect(open.output).toContain("chat-backend");
  expect(open.output).toContain(`guarded: "${sid}"`);
}
