import { spawnSync } from "node:child_process";
import { callEach } from "../support/call-module";

test("a command is printed so that a shell reads the same words", () => {
  const words = ["plain/path_1.0", "two words", "it's", '"$HOME"', "IS…", "", "a;b&c|d*", "--flag=a b"];
  const [line] = callEach("quickstart/shell-text.mjs", "commandLine", [[["printf", "%s\\n", ...words]]]);
  const shell = spawnSync("sh", ["-c", String(line)], { encoding: "utf8" });
  expect(shell.stdout).toBe(`${words.join("\n")}\n`);
  expect(line).toContain("plain/path_1.0 'two words'");
});

test("a shell that reads the printed environment has it", () => {
  const environment = { folders: ["/opt/my engine", "/opt/b"], variables: { TOKEN: "it's $1" }, unset: ["IN_THE_WAY"] };
  const [lines] = callEach("quickstart/shell-text.mjs", "exportLines", [[environment]]);
  const script = [...(lines as string[]), 'echo "$PATH"; echo "$TOKEN"; echo "${IN_THE_WAY-gone}"'].join("\n");
  const shell = spawnSync("/bin/sh", ["-c", script], { env: { PATH: "/usr/bin", IN_THE_WAY: "x" }, encoding: "utf8" });
  expect(shell.stdout).toBe("/opt/my engine:/opt/b:/usr/bin\nit's $1\ngone\n");
});
