import { createCipheriv, pbkdf2Sync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../../../provider/audit/audit";
import type { AuditReport } from "../../../provider/audit/audit-report";
import { projectWithFakePulumi, type FakeStack } from "../support/fake-pulumi";
import { plainSecret, stateOf } from "../support/state";
import { sidOf, startTwilio } from "../support/twilio";

const webhook = { postWebhookUrl: "https://hooks.example.com/post" };

/** A stack's salt as Pulumi makes it: beside the salt, the word "pulumi", encrypted. */
function saltFor(passphrase: string): string {
  const [salt, nonce] = [Buffer.from("8 bytes."), Buffer.from("and 12 bytes")];
  const cipher = createCipheriv("aes-256-gcm", pbkdf2Sync(passphrase, salt, 1_000_000, 32, "sha256"), nonce);
  const encrypted = Buffer.concat([cipher.update("pulumi"), cipher.final(), cipher.getAuthTag()]);
  return ["v1", salt.toString("base64"), "v1", nonce.toString("base64"), encrypted.toString("base64")].join(":");
}

async function auditOf(stack: FakeStack, variables: Readonly<Record<string, string>>): Promise<AuditReport> {
  const { workDir, environment } = projectWithFakePulumi(stack);
  writeFileSync(join(workDir, "passphrase"), "right\n");
  return audit({ stacks: ["dev"], workDir, environment: { ...environment, ...variables } });
}

test("A stack whose only secret is null is judged if the passphrase is the right one, and unreadable otherwise", async () => {
  const twilio = await startTwilio();
  const service = twilio.addService({ sid: sidOf("1"), webhook });
  const exported = stateOf([
    { name: "chat", sid: service.sid, values: service, outputs: { preWebhookUrl: plainSecret(null) } },
  ]) as { deployment: object };
  const stateWith = (providers: object) => ({
    ...exported,
    deployment: { ...exported.deployment, secrets_providers: providers },
  });
  const state = stateWith({ type: "passphrase", state: { salt: saltFor("right") } });
  const verdictWith = async (variables: Readonly<Record<string, string>>, of: object = state) =>
    (await auditOf({ state: of }, { ...twilio.environment(), ...variables })).services[0]?.verdict;
  expect(await verdictWith({ PULUMI_CONFIG_PASSPHRASE: "right" })).toBe("ok");
  expect(await verdictWith({ PULUMI_CONFIG_PASSPHRASE_FILE: "passphrase" })).toBe("ok");
  // As the CLI has it, an empty variable is a passphrase, and outranks the file.
  expect(await verdictWith({ PULUMI_CONFIG_PASSPHRASE: "", PULUMI_CONFIG_PASSPHRASE_FILE: "passphrase" })).toBe(
    "unreadable",
  );
  expect(await verdictWith({})).toBe("unreadable");
  for (const providers of [{}, { type: "cloud", state: {} }, { type: "passphrase", state: { salt: "v2:a:v1:b:c" } }]) {
    expect(await verdictWith({ PULUMI_CONFIG_PASSPHRASE: "right" }, stateWith(providers))).toBe("unreadable");
  }
}, 30_000);

test("A credential that an environment provides and the caller may not open is said to be so, and is not sent", async () => {
  const twilio = await startTwilio();
  const service = twilio.addService({ sid: sidOf("1"), webhook });
  const state = stateOf([{ name: "chat", sid: service.sid, values: service }]);
  const config = {
    "twilio:accountSid": { value: twilio.account.accountSid, secret: false },
    "twilio:authToken": { value: "[unknown]", secret: true },
  };
  const report = await auditOf({ state, config }, twilio.environment());
  expect(report.services[0]?.verdict).toBe("unreadable");
  expect(report.services[0]?.reason).toContain(
    "twilio:authToken in the stack config comes from an environment that could not be opened",
  );
  expect(twilio.requests).toEqual([]);
});

test("Where a service is unreadable and its stack has no config, it is said that the environment's credentials were used", async () => {
  const twilio = await startTwilio();
  const other = twilio.addAccount();
  const service = twilio.addService({ sid: sidOf("1"), webhook, accountSid: other.accountSid });
  const state = stateOf([{ name: "chat", sid: service.sid, values: service }]);
  const note = "Stack dev has no config in this folder, so the credentials come from the environment.";
  for (const environment of [twilio.environment(), {}]) {
    const report = await auditOf({ state }, environment);
    expect(report.services[0]?.verdict).toBe("unreadable");
    expect(report.services[0]?.reason).toContain(note);
  }
  const right = await auditOf({ state }, twilio.environment({ account: other }));
  expect(JSON.stringify(right)).not.toContain("has no config");
  const configured = await auditOf({ state, config: { "app:x": { value: "1" } } }, twilio.environment());
  expect(configured.services[0]?.reason).not.toContain(note);
});
