import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readExpectation } from "../../provider/expectation/compile-expectation";
import { fromPortable } from "../../provider/expectation/portable-expectation";
import { judge } from "../../provider/verdict/judge";
import { folderWith } from "../audit/support/folder";
import { sidOf, startTwilio } from "../audit/support/twilio";
import { compile } from "../docs/support/compile";
import { run } from "./support/run";

const post = { method: "POST", filters: ["onMessageAdded"] } as const;
const services = [
  { friendlyName: "Support", webhook: { ...post, postWebhookUrl: "https://hooks.acme.io/post" } },
  { friendlyName: "support", webhook: { ...post, postWebhookUrl: "https://u:hunter22@hooks.acme.io:8443/post" } },
  { friendlyName: '*/ "); process.exit(1); //\n#\u2028x = 1\r`${evil}`', webhook: {} },
  { friendlyName: "\u{1f600} 42", webhook: { ...post, preWebhookUrl: "https://hooks.acme.io/'\"#${a}" } },
  { friendlyName: "class", webhook: { ...post, filters: ['on"\\Odd', "\u{1f600}", "::error::x", "\ud800", "${x}"] } },
  { friendlyName: "", webhook: { filters: [], method: "GET", postWebhookUrl: "hooks.acme.io" } },
];

/** An account with services whose names are hostile, and the program that records them. */
async function recorded() {
  const twilio = await startTwilio({ formValues: "verbatim" });
  services.forEach(({ friendlyName, webhook }, index) =>
    twilio.addService({ sid: sidOf(String(index + 1)), friendlyName, webhook: webhook }),
  );
  const environment = twilio.environment();
  const program = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(["record", "--all-services", ...args], { environment });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).not.toContain("hunter22");
    expect(stdout).not.toMatch(/^\s*::error/m);
    return stdout;
  };
  return { twilio, environment, program };
}

test("the program in TypeScript compiles against the package, whatever the services are called", async () => {
  const { program } = await recorded();
  const text = await program();
  expect(text).toMatchSnapshot();
  const snippets = [text, await program("--hosts")].map((each, index) => ({
    place: `record-${index}`,
    text: each,
    language: "ts" as const,
    prelude: "",
  }));
  expect([...compile(snippets).values()].flat()).toEqual([]);
}, 60_000);

test("the project in YAML has expectations that hold", async () => {
  const { program, twilio } = await recorded();
  const text = await program("--language", "yaml");
  const { resources } = parse(text) as {
    resources: Record<string, { properties: { chatServiceSid: string; expect: object } }>;
  };
  expect(Object.keys(resources)).toHaveLength(services.length);
  expect(text).not.toContain("${a}");
  for (const { properties } of Object.values(resources)) {
    const { value } = fromPortable({ value: properties.expect, secretPaths: [] });
    const reading = readExpectation(value);
    const index = Number(properties.chatServiceSid.slice(-1)) - 1;
    const blank = { accountSid: null, preWebhookUrl: null, postWebhookUrl: null, filters: null, method: null };
    const live = { ...blank, ...services[index]?.webhook } as never;
    expect("compiled" in reading && judge(live, reading.compiled).outcome).toBe("holds");
  }
  await twilio.stop();
});

test("the program in Python compiles", async () => {
  const { program } = await recorded();
  const folder = folderWith({ "__main__.py": await program("--language", "python") });
  const { status, stderr } = spawnSync("python3", ["-m", "py_compile", join(folder, "__main__.py")], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
});

const hasGo = spawnSync("gofmt", ["-h"]).error === undefined;
const describeGo = hasGo ? describe : describe.skip;

describeGo(`gofmt${hasGo ? "" : " (not run: there is none)"}`, () => {
  test("would write the program in Go as it is", async () => {
    const { program } = await recorded();
    const folder = folderWith();
    const text = await program("--language", "go");
    writeFileSync(join(folder, "main.go"), text);
    expect(execFileSync("gofmt", [join(folder, "main.go")], { encoding: "utf8" })).toBe(text);
  });
});

test("if anything could not be read, nothing is printed, and the exit code is 2", async () => {
  const { twilio, environment } = await recorded();
  twilio.setFault(sidOf("1"), { status: 403 });
  const { code, stdout, stderr } = await run(["record", "--all-services"], { environment });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("Nothing was printed: not everything could be read.");
  expect((await run(["record"], { environment })).code).toBe(2);
  expect((await run(["record", "--all-services", "--language", "cobol"], { environment })).code).toBe(2);
});

test("an account without a service is said, and there is nothing to print", async () => {
  const twilio = await startTwilio();
  const { code, stdout, stderr } = await run(["record", "--all-services"], { environment: twilio.environment() });
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("warning: the default account: it has no Conversations service");
});

test("the help has every option, examples and the exit codes", async () => {
  expect((await run(["record", "--help"], { columns: 100 })).stdout).toMatchSnapshot();
});
