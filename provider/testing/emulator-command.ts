import { parseArgs } from "node:util";
import { exampleAccountSid, exampleServiceSid } from "./configuration";
import type { FormValues } from "./emulator/accounts/webhook-form";
import { startEmulator } from "./emulator/emulator";
import type { TwilioEmulator } from "./emulator/twilio-emulator";

/**
 * The streams that the command writes to, and the signal that ends it.
 * @example
 * const io: EmulatorCommandIo = { signal: AbortSignal.timeout(60_000) };
 */
export interface EmulatorCommandIo {
  /** @default process.stdout */
  readonly stdout?: {
    /** Takes a text. */
    write(text: string): unknown;
  };
  /** @default process.stderr */
  readonly stderr?: {
    /** Takes a text. */
    write(text: string): unknown;
  };
  /** Ends the command as SIGINT and SIGTERM do. */
  readonly signal?: AbortSignal;
}

const usage = `Usage: emulator [--host HOST] [--port PORT] [--verbatim]

Runs an emulator of Twilio's webhook configurations, with one service, until Ctrl-C.

  --host HOST  localhost or a loopback address (default: 127.0.0.1)
  --port PORT  the port to listen on (default: a free one)
  --verbatim   store what a form sends as it is: an empty URL stays "", a URL need
               not be absolute, a method may be in lower case
  --help       show this text
`;

/** The same at each start, so that a shell's variables are still right after a restart on the same port. */
const account = {
  accountSid: exampleAccountSid,
  authToken: "emulated-auth-token",
  apiKey: `SK${"a".repeat(32)}`,
  apiSecret: "emulated-api-secret",
};

/**
 * The emulator as a command: prints how to reach it and how to change the webhook, and runs until SIGINT or SIGTERM.
 * @returns the exit code: 0 after a run, 1 if it could not start, 2 for unknown arguments.
 * @example
 * process.exitCode = await runEmulatorCommand(process.argv.slice(2));
 */
export async function runEmulatorCommand(argv: readonly string[], io: EmulatorCommandIo = {}): Promise<number> {
  const { stdout = process.stdout, stderr = process.stderr } = io;
  const args = readArguments(argv);
  if (typeof args === "string") {
    stderr.write(`${args}\n\n${usage}`);
    return 2;
  }
  if (args.help) {
    stdout.write(usage);
    return 0;
  }
  let emulator: TwilioEmulator;
  try {
    emulator = await startEmulator({ ...args.where, accounts: [account] });
  } catch (error) {
    stderr.write(`The emulator could not start: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  emulator.addService({
    sid: exampleServiceSid,
    friendlyName: "Demo service",
    webhook: {
      preWebhookUrl: "https://www.example.com/pre",
      postWebhookUrl: "https://www.example.com/post",
      filters: ["onMessageRemove", "onParticipantAdd"],
      method: "POST",
    },
  });
  const end = untilEnd(io.signal);
  stdout.write(introduction(emulator));
  await end;
  await emulator.stop();
  return 0;
}

interface Arguments {
  readonly help: boolean;
  readonly where: { host?: string; port?: number; formValues?: FormValues };
}

/** The arguments of the command line, or why they are wrong. */
function readArguments(argv: readonly string[]): Arguments | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        host: { type: "string" },
        port: { type: "string" },
        verbatim: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    const { host, port, verbatim, help = false } = values;
    if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65536)) {
      return "--port must be a number from 0 to 65535";
    }
    const where = {
      ...(host && { host }),
      ...(port && { port: Number(port) }),
      ...(verbatim && { formValues: "verbatim" as const }),
    };
    return { help, where };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function introduction(emulator: TwilioEmulator): string {
  const variables = Object.entries(emulator.environment());
  return `The emulator listens on ${emulator.baseUrl} and has the service ${exampleServiceSid}.

Point a shell at it:

${variables.map(([name, value]) => `  export ${name}='${value}'\n`).join("")}
Change the webhook, in that shell:

  curl -u "$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN" --data-urlencode 'PostWebhookUrl=https://www.example.com/other' \\
    "$TWILIO_BASE_URL/v1/Services/${exampleServiceSid}/Configuration/Webhooks"

Ctrl-C stops it.
`;
}

function untilEnd(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      process.off("SIGINT", end);
      process.off("SIGTERM", end);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    process.on("SIGINT", end);
    process.on("SIGTERM", end);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) {
      end();
    }
  });
}
