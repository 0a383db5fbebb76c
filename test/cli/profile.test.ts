import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { profilesFile } from "../../provider/cli/profile/read-profile";
import { folderWith } from "../audit/support/folder";
import { sidOf, startTwilio } from "../audit/support/twilio";
import { run } from "./support/run";

const webhook = { postWebhookUrl: "https://hooks.acme.io/post", method: "POST", filters: ["onMessageAdded"] } as const;

/** An emulator with one service, and the Twilio CLI's folder with these profiles beside one that reaches the emulator. */
async function withProfiles(config: object = {}, profiles: object = {}) {
  const twilio = await startTwilio();
  twilio.addService({ sid: sidOf("1"), webhook });
  const { accountSid, apiKey, apiSecret } = twilio.account;
  const shop = { accountSid, apiKey, apiSecret };
  const folder = folderWith({
    "config.json": { projects: [], activeProject: "shop", profiles: { shop, ...profiles }, ...config },
  });
  const environment = { TWILIO_CONFIG_DIR: folder, TWILIO_BASE_URL: twilio.baseUrl };
  const audit = (args: readonly string[] = [], more: Readonly<Record<string, string>> = {}) =>
    run(["audit", "--all-services", ...args], { workDir: folder, environment: { ...environment, ...more } });
  return { twilio, folder, environment, audit, shop };
}

test("without any credential in the environment the active profile stands in, which is said on the standard error", async () => {
  const { audit, twilio } = await withProfiles();
  const { code, stdout, stderr } = await audit();
  expect([code, stdout]).toEqual([0, expect.stringContaining("1 service")]);
  expect(stderr).toBe(
    "The environment has no Twilio credentials: the active profile shop of the Twilio CLI " +
      `(account ${twilio.account.accountSid}) stands in for them.\n`,
  );
  expect(`${stdout}${stderr}`).not.toContain(twilio.account.apiSecret);
});

test.each([
  ["explain", sidOf("1")],
  ["snapshot", "--all-services"],
  ["audit", "--all-services"],
])("%s %s takes a named profile, and says nothing of it", async (...args) => {
  const { environment, folder } = await withProfiles({ activeProject: null });
  const named = await run([...args, "--profile", "shop"], { workDir: folder, environment });
  expect([named.code, named.stderr]).toEqual([0, ""]);
});

test("the commands of remedies name the profile in every format that has them, and without one the account", async () => {
  const { audit, twilio, folder, shop } = await withProfiles();
  twilio.changeWebhook(sidOf("1"), { postWebhookUrl: "http://hooks.acme.io/post" });
  const e = { services: { [sidOf("1")]: { postWebhookUrl: webhook.postWebhookUrl } } };
  writeFileSync(join(folder, "e.json"), JSON.stringify(e));
  const formats = ["table", "json", "junit", "sarif", "markdown", "html"];
  const args = ["--expectations", "e.json", ...formats.flatMap((each) => ["--format", each, "--output", `r.${each}`])];
  const command = "twilio api:conversations:v1:services:configuration:webhooks:update";
  const reports = () => formats.map((format) => readFileSync(join(folder, `r.${format}`), "utf8"));
  expect((await audit(args)).code).toBe(1);
  for (const report of reports()) {
    // The remedy of the violation, and that of plain http.
    expect(report.split(`${command} --profile=shop --chat-service-sid`).length - 1).toBeGreaterThanOrEqual(2);
  }
  await audit(args, twilio.environment());
  for (const report of reports()) {
    expect(report).toContain(`with the credentials of account ${shop.accountSid}`);
    expect(report).not.toContain("--profile");
  }
});

test("credentials are never mixed: half a credential in the environment keeps the active profile out", async () => {
  const { audit, twilio } = await withProfiles();
  const { code, stdout, stderr } = await audit([], { TWILIO_ACCOUNT_SID: twilio.account.accountSid });
  expect([code, stderr]).toEqual([2, ""]);
  expect(stdout).toContain("are not complete");
});

test("a named profile takes the place of the environment's credentials, and of the address that was set for them", async () => {
  const { audit, twilio } = await withProfiles({}, { elsewhere: { accountSid: "AC1", apiKey: "SK1", apiSecret: "s" } });
  const own = twilio.environment();
  expect((await audit([], own)).stderr).toBe("");
  twilio.clearRequests();
  const { code, stdout } = await audit(["--profile", "elsewhere"], own);
  expect([code, twilio.countRequests()]).toEqual([2, 0]);
  expect(stdout).toContain("TWILIO_ACCOUNT_SID must be");
});

test("a profile's region and edge say where its key is sent, and the environment's address does not", async () => {
  const { audit, shop, twilio } = await withProfiles({}, {});
  const regional = await withProfiles({}, { ie: { ...shop, region: "ie1" } });
  const { code, stdout } = await regional.audit(["--profile", "ie"]);
  expect([code, stdout]).toEqual([2, expect.stringContaining("TWILIO_REGION is set without TWILIO_EDGE")]);
  expect(regional.twilio.countRequests()).toBe(0);
  expect((await audit(["--profile", "shop"])).code).toBe(0);
  expect(twilio.countRequests()).toBeGreaterThan(0);
});

test("a named account alone needs no profile", async () => {
  const { audit, twilio } = await withProfiles();
  const eu = Object.fromEntries(Object.entries(twilio.environment()).map(([name, value]) => [`${name}_EU`, value]));
  expect(await audit(["--account", "eu"], eu)).toMatchObject({ code: 0, stderr: "" });
});

test("a profile without a stored key is a clear error, and so is one that is not there; the file's values are not shown", async () => {
  const older = { projects: [{ id: "old", accountSid: "AC2" }], activeProject: "old" };
  const { audit } = await withProfiles(older);
  const named = await audit(["--profile", "old"]);
  expect([named.code, named.stdout]).toEqual([2, ""]);
  expect(named.stderr).toContain('the Twilio CLI\'s profile "old" has no key in ');
  expect(named.stderr).toContain("keep it in the system's keychain");
  const active = await audit();
  expect(active.code).toBe(2);
  expect(active.stderr).toMatch(
    /^warning: the environment has no Twilio credentials, and the Twilio CLI's profile "old"/,
  );
  const absent = await audit(["--profile", "shpo"]);
  expect([absent.code, absent.stderr]).toEqual([2, expect.stringContaining('has no profile "shpo"')]);
  expect(absent.stderr).toContain('it has "shop", "old"');
  const hostile = await audit(["--profile", "__proto__"]);
  expect([hostile.code, hostile.stderr]).toEqual([2, expect.stringContaining('has no profile "__proto__"')]);
});

test("a file that is not there is no news unless a profile is named; one that cannot be read is said", async () => {
  const workDir = folderWith({ "config.json": "{ secret-text" });
  const audit = (folder: string, ...args: string[]) =>
    run(["audit", "--all-services", ...args], { workDir, environment: { TWILIO_CONFIG_DIR: folder } });
  expect(await audit(join(workDir, "absent"))).toMatchObject({ code: 2, stderr: "" });
  expect((await audit(join(workDir, "absent"), "--profile", "x")).stderr).toContain("could not be read from");
  const broken = await audit(workDir);
  expect(broken.stderr).toContain("is not valid JSON");
  expect(broken.stderr).not.toContain("secret-text");
});

test("the profiles are where the Twilio CLI keeps them", () => {
  expect(profilesFile({ TWILIO_CONFIG_DIR: "/c", HOME: "/h" }, "linux")).toBe(join("/c", "config.json"));
  expect(profilesFile({ HOME: "/h" }, "linux")).toBe(join("/h", ".twilio-cli", "config.json"));
  expect(profilesFile({ APPDATA: "/a", USERPROFILE: "/h" }, "win32")).toBe(join("/a", "twilio-cli", "config.json"));
  expect(profilesFile({ USERPROFILE: "/h" }, "win32")).toBe(join("/h", ".twilio-cli", "config.json"));
  expect(profilesFile({}, "linux")).toBeUndefined();
});
