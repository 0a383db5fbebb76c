import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ruleIds } from "../../provider/index";
import { ruleHelpUri } from "../../provider/rules/rule";
import { ruleTable } from "../../provider/rules/rule-table";

const page = readFileSync(join(__dirname, "..", "..", "docs", "rules.md"), "utf8");
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")), section] as const),
);

test("Every rule stands in the table under its own id", () => {
  expect(Object.keys(ruleTable)).toEqual([...ruleIds]);
  expect(Object.values(ruleTable).map(({ id }) => id)).toEqual([...ruleIds]);
});

test.each(ruleIds)("%s has a title and help for people, in full sentences", (id) => {
  const { title, help } = ruleTable[id];
  expect(title).toMatch(/^[A-Z].*[^.]$/);
  expect(help).toMatch(/^\w.*\.$/);
});

test.each(ruleIds)(
  "The page of the rules has a section on %s, with its severity, title, source, fix and switch",
  (id) => {
    const section = sections.get(id) ?? "";
    expect(section).toContain(`\`${ruleTable[id].severity}\``);
    expect(section).toContain(ruleTable[id].title);
    expect(section).toMatch(/\*\*Why\*\*.*\]\(https:\/\//s);
    expect(section).toMatch(/\*\*Fix\*\*/);
    expect(section).toContain(`"${id}": off`);
    expect(ruleHelpUri(id)).toMatch(new RegExp(`docs/rules\\.md#${id}$`));
  },
);

test("The page has no section on a rule that does not exist", () => {
  const known: readonly string[] = ruleIds;
  expect([...sections.keys()].filter((name) => /^[a-z]+(-[a-z]+)+$/.test(name) && !known.includes(name))).toEqual([]);
});

test("The page's own table has every rule, in its order", () => {
  expect(
    [...page.matchAll(/^\| \[`([a-z-]+)`\]\(#([a-z-]+)\) \| `(\w+)` \|/gm)].map(([, id, anchor, severity]) => [
      id,
      anchor,
      severity,
    ]),
  ).toEqual(ruleIds.map((id) => [id, id, ruleTable[id].severity]));
});
