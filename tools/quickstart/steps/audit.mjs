import { changeWebhook } from "../change-webhook.mjs";

/** Kept when everything else is gone: somebody wants to look at it. */
const page = "reports/quickstart.html";
const twoReports = ["--format", "table", "--format", "html", "--output", `console,${page}`];

const expectations = "examples/audit-stacks/expectations.yaml";

/** @type {import("./index.mjs").Step} */
export const audit = {
  title: "An audit",
  about: [
    "One command asks which webhooks are not what they should be. It compares what the stack recorded with what is live:",
    "so far they are the same. It also says what may be wrong whoever asks, such as a host that is a placeholder.",
  ],
  // A live service may have findings: they are the answer, and not a failure of the quickstart.
  run: (session) => session.audit([0, 1], "--stack", "quickstart", ...twoReports),
};

/** @type {import("./index.mjs").Step} */
export const auditFinds = {
  title: "The audit finds what somebody changed",
  about: [
    `The webhook is changed once more. Now the audit also looks at what ${expectations} asks of every service`,
    "in the account: look at the verdict, at the two URLs, and at the exit code, by which CI knows.",
  ],
  changesTwilio: true,
  run: async (session) => {
    await changeWebhook(session, "https://somebody-else.example.net/after");
    await session.audit([1], "--stack", "quickstart", "--all-services", "--expectations", expectations, ...twoReports);
  },
};
