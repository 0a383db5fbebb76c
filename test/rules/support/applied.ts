import { execFileSync } from "node:child_process";
import type { service } from "./settings";

type Service = ReturnType<typeof service>;

/** What a remedy's command leaves of a service's settings; undefined if it has no command. */
export function applied(remediation: string, live: Service): Service | undefined {
  const [, command] = /\n(twilio .*)$/.exec(remediation) ?? [];
  if (command === undefined) {
    return undefined;
  }
  const flags = words(command).flatMap((word) => {
    const [, name, value] = /^--([a-z-]+)=([\s\S]*)$/.exec(word) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  const last = (name: string) => flags.filter(([flag]) => flag === name).at(-1)?.[1];
  const filters = flags.filter(([flag]) => flag === "filters").map(([, value]) => value);
  const orNull = (value: string | undefined, otherwise: string | null) =>
    value === undefined ? otherwise : value || null;
  return {
    ...live,
    preWebhookUrl: orNull(last("pre-webhook-url"), live.preWebhookUrl),
    postWebhookUrl: orNull(last("post-webhook-url"), live.postWebhookUrl),
    method: (last("method") as "POST" | undefined) ?? live.method,
    filters: filters.length > 0 ? filters : live.filters,
  };
}

/** As bash reads the command. */
function words(command: string): readonly string[] {
  if (/^[\w@%+=:,./ -]+$/.test(command)) {
    return command.split(" ");
  }
  return execFileSync("bash", ["-c", `printf '%s\\0' ${command}`], { encoding: "utf8" }).split("\0");
}
