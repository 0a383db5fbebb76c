import { isNetworkError } from "../../../provider/errors/network-error";
import { answerBytes, good, head, json, rawThenEnd, rawThenReset, reset } from "../support/behaviours";
import { closeFaultServers, startFaultServer, type Behaviour } from "../support/fault-server";
import { clientFor, closeClients, configured, failureOf, readConfiguration } from "../support/reading";

afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

const body = JSON.stringify(configured);
const half = body.slice(0, body.length / 2);
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const chunked = { ...json, "Transfer-Encoding": "chunked" };

const broken: Record<string, Behaviour> = {
  "reset before the headers": reset,
  "closed before the headers": rawThenEnd(),
  "closed within the headers": rawThenEnd("HTTP/1.1 200 OK\r\nContent-Ty"),
  "reset in the body": rawThenReset(head({ ...json, "Content-Length": body.length }), half),
  "closed short of its Content-Length": rawThenEnd(head({ ...json, "Content-Length": body.length }), half),
  "closed one byte short of its Content-Length": rawThenEnd(head({ ...json, "Content-Length": body.length + 1 }), body),
  "closed between two chunks": rawThenEnd(head(chunked), chunk(half)),
  "closed within a chunk": rawThenEnd(head(chunked), chunk(body).slice(0, -20)),
  "closed before the last chunk, with the whole JSON sent": rawThenEnd(head(chunked), chunk(body)),
  "reset before the last chunk, with the whole JSON sent": rawThenReset(head(chunked), chunk(body)),
};

describe.each(Object.entries(broken))("a connection that is %s", (_name, behaviour) => {
  test("is tried again, and the next answer is taken", async () => {
    const server = await startFaultServer([behaviour, good]);
    await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
    expect(server.requests).toHaveLength(2);
  });

  test("is a network error with its cause when it stays so, never a hang and never half an answer", async () => {
    const server = await startFaultServer([behaviour]);
    const error = await failureOf(readConfiguration(clientFor(server.url)));
    expect(isNetworkError(error) && error.host).toBe(`127.0.0.1:${server.port}`);
    expect(isNetworkError(error) && error.code).toMatch(/^(?:ECONNRESET|ERR_STREAM_PREMATURE_CLOSE)$/);
    expect(String(error)).toContain("closed the connection before the answer was whole");
    expect(server.requests).toHaveLength(3);
  });
});

test("an answer without any length ends with its connection", async () => {
  const server = await startFaultServer([rawThenEnd(head(json), body)]);
  await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
});

test("a chunked answer in single bytes is read whole", async () => {
  const pieces = [...`${head(chunked)}${[...body].map(chunk).join("")}0\r\n\r\n`];
  const server = await startFaultServer([
    (socket) => {
      socket.setNoDelay(true);
      const next = () => {
        const piece = pieces.splice(0, 50);
        if (piece.length > 0) {
          socket.write(piece.join(""), () => setImmediate(next));
        }
      };
      next();
    },
  ]);
  await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
});

test("something that is not HTTP is refused and not asked for again", async () => {
  const server = await startFaultServer([rawThenEnd("SSH-2.0-OpenSSH_9.6\r\n")]);
  const error = await failureOf(readConfiguration(clientFor(server.url)));
  expect(String(error)).toContain("got something that is not HTTP");
  expect(server.requests).toHaveLength(1);
});

test("an error status whose body is cut short keeps its meaning: a 401 is not sent again", async () => {
  const refusal = answerBytes({ status: 401, body: { code: 20003, message: "Authenticate" } });
  const server = await startFaultServer([rawThenEnd(refusal.subarray(0, -10))]);
  await expect(readConfiguration(clientFor(server.url))).rejects.toMatchObject({ status: 401, code: undefined });
  expect(server.requests).toHaveLength(1);
});
