import { diagnosticsOf, projectFor, startTwilio } from "../support/service";

const sidOf = (digit: number) => `IS${String(digit).repeat(32)}`;
const fine = { postWebhookUrl: "https://hooks.acme.io/post", method: "POST", filters: ["onMessageAdded"] };

/** Seven services that nobody has described, and what the rules find: an error, a warning, or nothing that is said. */
const undescribed = [
  [{ ...fine, filters: [] }, "no-events"],
  [{ ...fine, filters: ["onMessageAdd"] }, "post-url-unused"],
  [{ preWebhookUrl: fine.postWebhookUrl, method: "POST", filters: ["onMessageAdded"] }, "pre-url-unused"],
  [{ ...fine, postWebhookUrl: "https://a1b2.ngrok-free.app/post" }, "tunnel-host"],
  [{ ...fine, postWebhookUrl: "http://hooks.acme.io/post", method: "GET" }, "plain-http"],
  [{ ...fine, postWebhookUrl: "https://webhook.site/0b8f" }, "request-inspector-host"],
  [{}, null],
] as const;

const program = (gate: string) => `
const pulumi = require("@pulumi/pulumi");
const { WebhookGate } = require("pulumi-twilio-conversations");
const gate = new WebhookGate("webhooks", ${gate});
new pulumi.Stash("behind", { input: "deployed" }, { dependsOn: gate });
`;
const services = undescribed.map((_, index) => `s${index}: { chatServiceSid: "${sidOf(index + 1)}" }`).join(", ");

async function twilioWithAll() {
  const twilio = await startTwilio();
  undescribed.forEach(([webhook], index) => twilio.addService({ sid: sidOf(index + 1), webhook: { ...webhook } }));
  return twilio;
}

test("A gate with rules alone finds what is wrong with services that nobody has described, and lets only warnings and notes pass", async () => {
  const twilio = await twilioWithAll();
  const project = await projectFor(
    twilio,
    program(`{ services: { ${services} }, rules: "recommended", enforcement: "advisory" }`),
  );
  const advisory = await project.preview();
  expect(advisory.code).toBe(0);
  const said = diagnosticsOf(advisory.output);
  undescribed.forEach(([, rule], index) => {
    const own = new RegExp(
      `\\(webhooks-s${index}\\):\\n\\s+warning: the webhook configuration of service ${sidOf(index + 1)}`,
    );
    expect(said).toEqual(rule === null ? expect.not.stringMatching(own) : expect.stringMatching(own));
    expect(said).toContain(rule ?? "");
  });
  expect(said).not.toContain("nothing-configured");

  project.writeProgram({ "index.js": program(`{ services: { ${services} }, rules: "recommended" }`) });
  const closed = await project.up("--continue-on-error");
  expect(closed.code).not.toBe(0);
  // The engine stops at the first one that is refused.
  expect(diagnosticsOf(closed.output)).toMatch(/\(webhooks-s\d\):\n\s+error: .*is wrong by the rules/);
  expect(closed.output).not.toContain("behind");

  [1, 2, 3, 5, 6].forEach((digit) => twilio.changeWebhook(sidOf(digit), { ...fine, preWebhookUrl: null }));
  const open = await project.up();
  expect(diagnosticsOf(open.output)).not.toContain("error:");
  expect(JSON.stringify(await project.exportState())).toContain("pulumi:index:Stash::behind");
});

test("A gate with rules alone is closed to a service that cannot be read, however it is enforced", async () => {
  const twilio = await startTwilio();
  const missing = `{ chat: { chatServiceSid: "${sidOf(9)}", rules: "off", enforcement: "disabled" } }`;
  const project = await projectFor(twilio, program(`{ services: ${missing} }`));
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(diagnosticsOf(preview.output)).toMatch(/\(webhooks-chat\):\n\s+error: .*404/);
  expect(preview.output).not.toContain("behind");
});

test("A gate that demands delivery stops where an event reaches nobody, and reads the account's settings where a service has none", async () => {
  const twilio = await twilioWithAll();
  const gate = (events: string) =>
    program(`{ services: {
      own: { chatServiceSid: "${sidOf(4)}", expect: { delivers: ["onMessageAdded"] } },
      inherited: { chatServiceSid: "${sidOf(7)}", expect: { delivers: ${events} } },
    } }`);
  const project = await projectFor(twilio, gate(`["onMessageAdded", "onMessageRemoved"]`));
  twilio.setAccountWebhook({ postWebhookUrl: "https://hooks.acme.io/all", filters: ["onMessageAdded"] });
  const closed = await project.preview();
  expect(closed.code).not.toBe(0);
  const said = diagnosticsOf(closed.output);
  expect(said).toContain('"onMessageRemoved" does not arrive: the account\'s filters do not list it');
  expect(said).toContain(
    "twilio api:conversations:v1:configuration:webhooks:update --filters=onMessageAdded --filters=onMessageRemoved",
  );
  expect(said).not.toContain("(webhooks-own)");

  twilio.setAccountWebhook({ filters: ["onMessageAdded", "onMessageRemoved"] });
  const open = await project.up();
  expect(diagnosticsOf(open.output)).toBe("");
  expect(JSON.stringify(await project.exportState())).toContain("pulumi:index:Stash::behind");
});
