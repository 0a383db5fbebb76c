import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { answer, good, head, json, rawThenEnd, silence } from "../../request/support/behaviours";
import { Authority } from "../../request/support/certificates";
import { closeFaultServers, startFaultServer } from "../../request/support/fault-server";
import { closeProxies, startProxy } from "../../request/support/proxy-server";
import { accountSid, configured, serviceSid } from "../../request/support/reading";
import { createProject, type Project } from "../support";
import { diagnosticsOf } from "../support/service";

const token = "0f0f-marked-token-0f0f";

afterEach(async () => {
  await closeProxies();
  await closeFaultServers();
});

const program = `
const { getServiceWebhookConfigurationOutput, ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
const chatServiceSid = "${serviceSid}";
if (process.env.FORM === "function") {
  exports.url = getServiceWebhookConfigurationOutput({ chatServiceSid }).postWebhookUrl;
} else {
  exports.url = new ServiceWebhookConfiguration("chat", { chatServiceSid }).postWebhookUrl;
}
`;

async function projectAt(
  baseUrl: string,
  config: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<Project> {
  return createProject({
    program: { "index.js": program },
    config: {
      "twilio:baseUrl": baseUrl,
      "twilio:accountSid": accountSid,
      "twilio:authToken": { secret: token },
      ...config,
    },
    env,
  });
}

test.each(["resource", "function"])(
  "A body that is cut short never hangs a preview and is never taken as whole: %s",
  async (form) => {
    const faulty = await startFaultServer([
      rawThenEnd(head({ ...json, "Content-Length": 999 }), JSON.stringify(configured)),
    ]);
    const project = await projectAt(faulty.url, { "twilio:maxAttempts": "2" }, { FORM: form });
    const preview = await project.preview();
    expect(preview.code).not.toBe(0);
    expect(diagnosticsOf(preview.output)).toMatch(
      /could not be read: .*closed the connection before the answer was whole/,
    );
    expect(diagnosticsOf(preview.output)).not.toMatch(/^\s+at /m);
    expect(faulty.requests).toHaveLength(2);
  },
);

test("A server that does not answer ends the preview in time, naming the limit, which stack config sets", async () => {
  const faulty = await startFaultServer([silence]);
  const project = await projectAt(faulty.url, { "twilio:maxAttempts": "1", "twilio:attemptTimeout": "0.5" });
  const preview = await project.preview();
  expect(diagnosticsOf(preview.output)).toMatch(/could not be read: .*0\.5 s/);
  expect(faulty.requests).toHaveLength(1);
});

test.each([
  ["twilio:maxAttempts", "0"],
  ["twilio:attemptTimeout", "ten"],
  ["twilio:deadline", "-1"],
])("A setting that cannot be right is refused by its name: %s = %s", async (name, value) => {
  const faulty = await startFaultServer([good]);
  const project = await projectAt(faulty.url, { [name]: value });
  expect(diagnosticsOf((await project.preview()).output)).toMatch(new RegExp(`has a problem: ${name} must be`));
  expect(faulty.requests).toHaveLength(0);
});

test.each(["resource", "function"])(
  "A read that is being retried for more than a few seconds says so once, on the stack, and what it is for: %s",
  async (form) => {
    const wait = answer({ status: 429, headers: { "Retry-After": "2" } });
    const faulty = await startFaultServer([wait, wait, wait, good]);
    const project = await projectAt(faulty.url, {}, { FORM: form });
    const up = await project.preview();
    const diagnostics = diagnosticsOf(up.output);
    const name = form === "resource" ? 'ServiceWebhookConfiguration "chat"' : "getServiceWebhookConfigurationOutput";
    expect(diagnostics).toContain(`still reading ${name} (service ${serviceSid}): `);
    expect(diagnostics.match(/still reading/g)).toHaveLength(1);
    expect(up.code).toBe(0);
  },
);

test("With --debug, attempts, waits and request ids are in the log, and no credential is", async () => {
  const faulty = await startFaultServer([answer({ status: 503, headers: { "Retry-After": "1" } }), good]);
  const project = await projectAt(faulty.url);
  const up = await project.up("--logtostderr", "-v=5", "--debug");
  expect(up.code).toBe(0);
  for (const line of [
    /attempt 1 of at most 5/,
    /attempt 1 was answered with 503 .*Twilio's request id RQ0123456789abcdef0123456789abcdef/,
    /attempt 1 failed \(.*503.*\); retrying in 1\.0 s/,
    /attempt 2 was answered with 200/,
  ]) {
    expect(up.output).toMatch(line);
  }
  const encoded = Buffer.from(`${accountSid}:${token}`).toString("base64");
  expect([token, encoded].filter((secret) => project.transcript.includes(secret))).toEqual([]);
});

test("A redirect is refused, and its target sees no request", async () => {
  const target = await startFaultServer([good]);
  const faulty = await startFaultServer([answer({ status: 307, headers: { Location: `${target.url}/elsewhere` } })]);
  const project = await projectAt(faulty.url);
  expect(diagnosticsOf((await project.preview()).output)).toMatch(
    /a redirect \(307 to 127\.0\.0\.1:\d+\), which is not followed/,
  );
  expect(target.connections).toBe(0);
});

test("A certificate of an authority of one's own is trusted through NODE_EXTRA_CA_CERTS, and only so", async () => {
  const authority = new Authority("The test's own authority");
  const secure = await startFaultServer([good], { tls: authority.issue({ names: ["localhost", "127.0.0.1"] }) });
  const project = await projectAt(`https://localhost:${secure.port}`);
  const refused = await project.preview();
  expect(diagnosticsOf(refused.output)).toMatch(/presented a certificate/);
  expect(diagnosticsOf(refused.output)).toContain("NODE_EXTRA_CA_CERTS");
  expect(secure.requests).toHaveLength(0);

  const file = join(project.folder, "authority.pem");
  writeFileSync(file, authority.cert);
  project.env["NODE_EXTRA_CA_CERTS"] = file;
  expect((await project.up()).code).toBe(0);
  expect((await project.refresh()).code).toBe(0);
  expect(secure.requests).toHaveLength(2);
});

test("A proxy that asks for a password is named without the one that was given", async () => {
  const proxy = await startProxy({ login: "user:another" });
  const project = await projectAt(
    "https://conversations.example.com",
    {},
    {
      HTTPS_PROXY: `http://user:proxy-opensesame@127.0.0.1:${proxy.port}`,
    },
  );
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(diagnosticsOf(preview.output)).toContain(`127.0.0.1:${proxy.port}`);
  expect(proxy.connects).toHaveLength(1);
  expect(project.transcript).not.toContain("proxy-opensesame");
});
