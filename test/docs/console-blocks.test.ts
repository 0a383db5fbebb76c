import ts from "typescript";
import { createProject } from "../engine/support";
import { configuredWebhook, diagnosticsOf, sid, startTwilio } from "../engine/support/service";
import { allDocuments, type Block } from "./support/documents";

// Several projects run at once on a machine that does other things too.
jest.setTimeout(240_000);

/** What the reader's names stand for. */
const readersOwn = `
const pulumi = require("@pulumi/pulumi");
const chatServiceSid = "${sid}";
class Backend extends pulumi.ComponentResource {
  constructor(name, args, options) {
    super("readers:index:Backend", name, args, options);
  }
}
`;

/** Each block that shows a command with its output, with the last program before it. */
const rows = allDocuments().flatMap(({ blocks }) =>
  blocks.flatMap((block, index): [string, Block, Block | undefined][] => {
    const program = blocks.slice(0, index).findLast(({ language }) => language === "ts");
    return block.language === "console" ? [[`${block.document}:${block.line}`, block, program]] : [];
  }),
);

test("The documents show output", () => {
  expect(rows.length).toBeGreaterThan(0);
});

test.each(rows)(
  "The output in %s is what Pulumi prints for the program above it",
  async (_place, { text, notes }, program) => {
    const [, command = "", shown = ""] = /^\$ pulumi (\w+)[^\n]*\n([\s\S]*)$/.exec(text) ?? [];
    expect(["preview", "up", "refresh"]).toContain(command);
    const twilio = await startTwilio();
    twilio.changeWebhook(sid, { ...configuredWebhook, ...(JSON.parse(notes["webhook"] ?? "{}") as object) });
    const compiled = ts.transpileModule(program?.text ?? "", {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    const project = await createProject({
      program: { "index.js": `${readersOwn}{\n${compiled.outputText}\n}` },
      env: twilio.environment(),
    });
    const { output } = await project.pulumi(command, ...(command === "preview" ? [] : ["--yes"]));
    expect(withoutWildParts(diagnosticsOf(output))).toContain(withoutWildParts(shown));
  },
);

/** Request ids differ from run to run; so may blank lines between the parts of Pulumi's display. */
function withoutWildParts(text: string): string {
  return text
    .replace(/\bRQ\w+/g, "RQ…")
    .replace(/\n+/g, "\n")
    .trim();
}
