import { isRequestTimeoutError } from "../../../provider/errors/request-timeout-error";
import { answer, answerBytes, good, head, json, raw, silence } from "../support/behaviours";
import { closeFaultServers, startFaultServer, until, type Behaviour } from "../support/fault-server";
import { clientFor, closeClients, configured, failureOf, readConfiguration } from "../support/reading";

afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

/** One byte now and then: each looks like progress, the whole never comes. */
const drip =
  (first: string, byte: string): Behaviour =>
  (socket) => {
    socket.write(first);
    const timer = setInterval(() => socket.write(byte), 20);
    socket.on("close", () => clearInterval(timer));
  };

const slow: Record<string, Behaviour> = {
  "headers that never come": silence,
  "headers that come byte by byte": drip("HTTP/1.1 200 OK\r\nX: ", "x"),
  "endless interim answers": drip("", "HTTP/1.1 102 Processing\r\n\r\n"),
  "a body that never comes": raw(head({ ...json, "Content-Length": 100 })),
  "a body that comes byte by byte": drip(head({ ...json, "Content-Length": 100_000 }), "x"),
  "a body that never ends": drip(head({ ...json, "Transfer-Encoding": "chunked" }), "1\r\nx\r\n"),
};
const quick = { maxAttempts: 2, attemptTimeout: 0.3, deadline: 10 };

describe.each(Object.entries(slow))("%s", (_name, behaviour) => {
  test("run into the attempt timeout and are asked for again", async () => {
    const server = await startFaultServer([behaviour, good]);
    const patient = clientFor(server.url, { ...quick, maxAttempts: 5 });
    await expect(readConfiguration(patient)).resolves.toEqual(configured);
  });

  test("end in an error that names the attempt timeout, its setting and the host", async () => {
    const server = await startFaultServer([behaviour]);
    const error = await failureOf(readConfiguration(clientFor(server.url, quick)));
    expect(isRequestTimeoutError(error) && error).toMatchObject({ limit: "attemptTimeout", seconds: 0.3 });
    expect(String(error)).toContain(
      "did not answer in full within the attempt timeout of 0.3 seconds in attempt 2 of 2",
    );
    expect(String(error)).toContain(`127.0.0.1:${server.port}`);
    expect(String(error)).toContain("twilio:attemptTimeout (TWILIO_ATTEMPT_TIMEOUT)");
    expect(server.requests).toHaveLength(2);
    // Nothing of a read that is over stays open.
    await until(() => server.openConnections === 0);
  });
});

test("the deadline ends the attempt that it falls into, names itself and says what went before", async () => {
  const server = await startFaultServer([answer({ status: 503 }), silence]);
  const started = performance.now();
  const error = await failureOf(readConfiguration(clientFor(server.url, { attemptTimeout: 60, deadline: 1.5 })));
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(isRequestTimeoutError(error) && error).toMatchObject({ limit: "deadline", seconds: 1.5 });
  expect(String(error)).toContain("before the deadline of 1.5 seconds in attempt 2 of 3");
  expect(String(error)).toContain("Before that, Twilio answered 503.");
});

test("the deadline covers the body", async () => {
  const server = await startFaultServer([raw(head({ ...json, "Content-Length": 100 }), "{")]);
  const error = await failureOf(readConfiguration(clientFor(server.url, { attemptTimeout: 60, deadline: 0.3 })));
  expect(isRequestTimeoutError(error) && error.limit).toBe("deadline");
});

test("an error status counts although its body never comes: a 404 is not sent again", async () => {
  const refusal = answerBytes({ status: 404, body: { code: 20404 } });
  const server = await startFaultServer([raw(refusal.subarray(0, -5))]);
  await expect(readConfiguration(clientFor(server.url, quick))).rejects.toMatchObject({ status: 404 });
  expect(server.requests).toHaveLength(1);
});
