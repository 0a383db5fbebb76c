import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./support/documents";

/** Twilio's pages about this API, as they are indexed since it is called "Conversations API (classic)". */
const pages = [
  "https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource",
  "https://www.twilio.com/docs/conversations-classic/api/webhook-configuration-resource",
  "https://www.twilio.com/docs/conversations-classic/api/service-resource",
  "https://www.twilio.com/docs/conversations-classic/conversations-webhooks",
];

test("Links to Twilio's pages about Conversations lead to pages that exist", () => {
  const files = execFileSync("git", ["ls-files", "-z", "*.md", "provider/*.ts", "tools/*.mjs"], {
    cwd: repository,
    encoding: "utf8",
  }).split("\0");
  const links = files.flatMap((file) => {
    const text = file === "" ? "" : readFileSync(join(repository, file), "utf8");
    return [...text.matchAll(/https:\/\/www\.twilio\.com\/docs\/conversations[^\s)"'`>#]*/g)].map(([link]) => link);
  });
  expect(links.length).toBeGreaterThan(5);
  expect([...new Set(links)].filter((link) => !pages.includes(link))).toEqual([]);
});
