// Tested by test/request/leaks.test.ts
import type { Agent } from "node:http";
import type { Answer } from "../response/answer";
import { cleanText } from "../text/clean-text";
import { parseUrl } from "../url/parse-url";
import { bodyLimit, decodeText, decompress, readBytes, UnreadableBody } from "./transport/body";
import type { Connections } from "./transport/connections";
import { classify, isReset } from "./failure/classify";
import { Cancellation } from "./cancellation";
import { AttemptFailure } from "./failure/failure";
import { send, SendError, type IncomingAnswer } from "./transport/transport";

/** More header fields than any of Twilio's answers has, by far. Their size as a whole is limited by Node. */
const mostHeaders = 500;

/** One attempt at a request. */
export interface AttemptOptions {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: Connections;
  /** In seconds. */
  readonly timeout: number;
  /** Which limit that timeout is. */
  readonly limit: "attemptTimeout" | "deadline";
  readonly signal: AbortSignal | undefined;
  /** Takes credentials out of what the server said. */
  readonly redact: (text: string) => string;
}

/** The status line and headers of an answer that is an error, kept while its body comes. */
interface Progress {
  refusal?: Answer;
}

/**
 * Sends the request once and reads the answer to its end.
 * @throws {AttemptFailure} if no answer came that can be taken; the signal's reason if that is aborted. Either
 * way, and at once, nothing of the attempt is left open.
 */
export async function attempt(options: AttemptOptions): Promise<Answer> {
  const { timeout, limit, signal } = options;
  signal?.throwIfAborted();
  const cancellation = new Cancellation();
  const timer = setTimeout(() => cancellation.cancel(new AttemptFailure({ kind: "timeout", limit })), timeout * 1000);
  const abort = () => cancellation.cancel(signal?.reason);
  signal?.addEventListener("abort", abort);
  const progress: Progress = {};
  try {
    return await new Promise((resolve, reject) => {
      // The HTTP library is told to stop, too, but not waited for.
      cancellation.on(() => reject(cancellation.reason));
      exchange(options, cancellation, progress).then(resolve, reject);
    });
  } catch (error) {
    const reason: unknown = cancellation.isCancelled ? cancellation.reason : error;
    // If the body was not read to its end, this is what closes the connection.
    cancellation.cancel(error);
    if (progress.refusal !== undefined && reason instanceof AttemptFailure) {
      // An error status speaks for itself: a body that cannot be read, or does not come, would only have added words.
      return progress.refusal;
    }
    throw reason;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

async function exchange(options: AttemptOptions, cancellation: Cancellation, progress: Progress): Promise<Answer> {
  const { url, headers, connections } = options;
  const through = async (agent: Agent) =>
    readAnswer(await send({ url, headers, agent, cancellation }), options, progress);
  try {
    try {
      return await through(connections.kept());
    } catch (error) {
      if (error instanceof SendError && error.onIdleConnection && isReset(error.reason) && !cancellation.isCancelled) {
        // The server closed an idle connection just as the request went out on it: nobody's fault, so no wait.
        return await through(connections.fresh());
      }
      throw error;
    }
  } catch (error) {
    throw error instanceof SendError ? new AttemptFailure(classify(error.reason, url)) : error;
  }
}

async function readAnswer(incoming: IncomingAnswer, options: AttemptOptions, progress: Progress): Promise<Answer> {
  const { status, header, headerCount } = incoming;
  const requestId = cleaned(header("twilio-request-id"), options.redact);
  const format = (got: string) => new AttemptFailure({ kind: "format", got, requestId });
  if (headerCount > mostHeaders) {
    throw format(`more than ${mostHeaders} header fields`);
  }
  if (status >= 300 && status <= 399) {
    throw format(`a redirect (${status}${redirectHost(header("location"), options)}), which is not followed`);
  }
  const answer = { status, contentType: header("content-type"), requestId, retryAfter: header("retry-after") };
  if (status >= 400) {
    progress.refusal = { ...answer, body: "" };
  }
  try {
    return { ...answer, body: await readText(incoming) };
  } catch (error) {
    throw error instanceof UnreadableBody ? format(error.got) : new AttemptFailure(classify(error, options.url));
  }
}

async function readText({ body, header }: IncomingAnswer): Promise<string> {
  const bytes = await readBytes(body, bodyLimit);
  return decodeText(await decompress(bytes, header("content-encoding"), bodyLimit));
}

/** If a redirect leads: the host alone, since the rest may hold anything. */
function redirectHost(location: string | undefined, { url, redact }: AttemptOptions): string {
  const target = location === undefined ? undefined : parseUrl(location, url);
  return target === undefined || target.host === "" ? "" : ` to ${cleanText(redact(target.host), 100)}`;
}

function cleaned(text: string | undefined, redact: (text: string) => string): string | undefined {
  return text === undefined ? undefined : cleanText(redact(text), 100) || undefined;
}
