import { audit } from "../../provider/audit/audit";
import type { AuditReport } from "../../provider/audit/audit-report";
import { folderWith } from "./support/folder";
import { plainSecret, stateOf } from "./support/state";
import { sidOf, startTwilio } from "./support/twilio";

const wanted = "https://other:swordfish@hooks.example.com/post";

test.each([
  ["a user name and a password", "https://user:hunter2@evil.example.net/post", "hunter2"],
  ["a token in its query", "https://evil.example.net/post?token=hunter2", "hunter2"],
  ["nothing secret, but is recorded as a secret", "https://evil.example.net/post", "evil"],
])(
  "a live URL that has %s is `[secret]` wherever a violation tells what was found, unless secrets are asked for",
  async (_what, url, hidden) => {
    const twilio = await startTwilio();
    const service = twilio.addService({ sid: sidOf("1"), webhook: { postWebhookUrl: url } });
    const outputs = { postWebhookUrl: plainSecret(url), expect: { postWebhookUrl: plainSecret(wanted) } };
    const workDir = folderWith({
      "state.json": stateOf([{ name: "chat", sid: service.sid, values: service, outputs }]),
      "e.yaml": "default: { postWebhookUrl: { host: [hooks.example.com], query: none, path: /after } }",
    });
    const options = { workDir, environment: twilio.environment(), stateFiles: ["state.json"] };
    const masked = await audit({ ...options, expectationsFile: "e.yaml" });
    expect(JSON.stringify(masked)).not.toContain(hidden);
    expect(JSON.stringify(masked)).not.toContain("swordfish");
    expect(textsOf(masked)).toContain("[secret]");

    const shown = await audit({ ...options, expectationsFile: "e.yaml", showSecrets: true });
    expect(JSON.stringify(shown)).not.toContain("[secret]");
    expect(shown.services[0]?.violations.map(({ secret }) => secret)).not.toContain(true);
    const exact = shown.services[0]?.violations.find(({ of }) => of === "stack");
    expect(exact).toMatchObject({ expected: wanted, found: url });
    expect(exact?.message).toContain(hidden);
    expect(exact?.message).toContain("swordfish");
  },
);

/** What the violations tell. */
function textsOf({ services }: AuditReport): string {
  return JSON.stringify(services.flatMap(({ violations }) => violations));
}
