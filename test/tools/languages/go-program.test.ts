import { readFileSync } from "node:fs";
import { join } from "node:path";
import { callEach } from "../support/call-module";

const example = join(__dirname, "..", "..", "..", "examples", "gate-deployment-go", "go.mod");

test("a module takes the SDK from a folder, whatever else it requires", () => {
  const [text] = callEach("languages/go-program.mjs", "withLocalSdk", [[readFileSync(example, "utf8"), "../sdk"]]);
  expect(text).toMatch(/\n\nreplace github\.com\/\S+\/sdk\/go\/twilioconversations => \.\.\/sdk\n$/);
  expect(text).toContain("github.com/pulumi/pulumi/sdk/v3 v3.230.0\n");
});

test("a module that does not require the SDK is refused", () => {
  expect(() => callEach("languages/go-program.mjs", "withLocalSdk", [["module other\n", "../sdk"]])).toThrow(
    "does not require the SDK",
  );
});
