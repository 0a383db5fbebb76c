// Reads from BASE_URL as MODE says, and prints what came of it in one line. It ends by itself, or not at all.
import { TwilioClient } from "../../../../provider/request/client";
import { path, subject } from "../service";

const { BASE_URL: baseUrl = "", MODE: mode = "once" } = process.env;
const client = new TwilioClient(
  { account: undefined, accountSid: undefined, username: "user", password: "secret", baseUrl },
  { maxAttempts: 2, attemptTimeout: mode === "timeout" ? 0.3 : 20, deadline: 40 },
);

async function main(): Promise<void> {
  const signal = mode === "abort" ? AbortSignal.timeout(300) : new AbortController().signal;
  const reads = Array.from({ length: mode === "many" ? 50 : 1 }, () => client.getJson(path, { subject, signal }));
  const results = await Promise.allSettled(reads);
  const first = results[0]!;
  const all = results.every(({ status }) => status === "fulfilled");
  console.log(JSON.stringify({ all, error: first.status === "rejected" ? String(first.reason) : null }));
}
void main();
