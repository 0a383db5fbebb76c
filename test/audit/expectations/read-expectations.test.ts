import { readExpectations } from "../../../provider/audit/expectations/read-expectations";

const sid = `IS${"0".repeat(31)}1`;

/** The problems of a file, as `line:column message`. */
function problemsOf(text: string): readonly string[] {
  const reading = readExpectations(text, "e.yaml");
  return "problems" in reading
    ? reading.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
    : [];
}

test("every problem of a file is named, at its line and column, in the order of the places", () => {
  const text = `# yaml-language-server: $schema=./expectations.schema.json
default:
  postWebhookUrl:
    host: https://hooks.example.com/
    protocol: [https, ftp]
service: {}
services:
  ${sid}:
    method: post
    filters: { excludes: [onMesageAdded] }
  ${sid}0: { method: POST }
friendlyNames:
  "support-*": {}
  other:
    postWebhookUrl: { set: false, query: none }
`;
  expect(problemsOf(text)).toMatchInlineSnapshot(`
[
  "4:5 default.postWebhookUrl.host must be a host alone, without protocol, user name or path; it is "https://hooks.example.com/"",
  "5:23 default.postWebhookUrl.protocol[1] must be "https" or "http"; it is "ftp"",
  "6:1 "service" is no section of this file; did you mean "services"?",
  "9:5 services.IS00000000000000000000000000000001.method must be "GET", "POST" or null; it is "post"",
  "10:27 services.IS00000000000000000000000000000001.filters.excludes[0] is no known event, and would exclude nothing: "onMesageAdded"; did you mean "onMessageAdded"?",
  "11:3 is no service SID, which is IS and 32 hexadecimal digits",
  "13:3 friendlyNames["support-*"] is empty: name at least one property (preWebhookUrl, postWebhookUrl, method, filters, accountSid)",
  "15:5 friendlyNames["other"].postWebhookUrl contradicts itself: \`set: false\` goes with no other condition",
]
`);
});

test.each([
  ["a file that is empty", ""],
  ["a list", "- default"],
  ["nothing but a schema", "$schema: ./expectations.schema.json"],
  ["an empty section", "services: {}"],
  ["YAML that is none", "default: {\n  method: GET"],
  ["the same key twice", `services:\n  ${sid}: { method: GET }\n  ${sid}: { method: POST }`],
  ["two documents", "default: { method: GET }\n---\ndefault: { method: GET }"],
  ["a tag that nobody knows", "default: !secret { method: GET }"],
  ["an alias without an anchor", "default: *nothing"],
  ["an expectation without a value", "default:"],
])("%s is a problem with a place", (_what, text) => {
  expect(problemsOf(text)).toMatchSnapshot();
});

test("aliases that grow without end are refused", () => {
  const lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
  for (const [name, of] of [
    ["b", "a"],
    ["c", "b"],
    ["d", "c"],
    ["e", "d"],
    ["f", "e"],
  ]) {
    lines.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${of}`).join(", ")}]`);
  }
  expect(problemsOf(lines.join("\n"))[0]).toMatch(/^1:1 cannot be read: .*alias/);
});

test("a service's key is not repeated: it may be a credential in the wrong place", () => {
  expect(problemsOf("services: { s3cret: { method: GET } }").join()).not.toMatch(/s3cret(?!:|\.)/);
});

test("JSON is read like YAML, tabs and all, and an anchor serves several services", () => {
  const json = JSON.stringify({ $schema: "x", default: { method: "POST" } }, null, "\t");
  expect(readExpectations(json, "e.json")).toHaveProperty("expectations");
  const yaml = `default: &usual { method: POST }\nservices: { ${sid}: *usual }`;
  const reading = readExpectations(yaml, "e.yaml");
  expect("expectations" in reading && [...reading.expectations.bySid.keys()]).toEqual([sid]);
  const broken = readExpectations(`default: &usual { metod: POST }\nservices: { ${sid}: *usual }`, "e.yaml");
  expect("problems" in broken && broken.problems.map(({ line }) => line)).toEqual([1, 1]);
});
