import { isResponseFormatError } from "../../../provider/errors/response-format-error";
import { answer, good } from "../support/behaviours";
import { closeFaultServers, startFaultServer } from "../support/fault-server";
import { clientFor, closeClients, failureOf, readConfiguration } from "../support/reading";

afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

test.each([300, 301, 302, 303, 304, 305, 307, 308])(
  "a redirect with status %i is refused: its target sees no request and no credentials",
  async (status) => {
    const target = await startFaultServer([good]);
    const server = await startFaultServer([
      answer({ status, headers: { Location: `${target.url}/?next=secret-path` } }),
    ]);
    const error = await failureOf(readConfiguration(clientFor(server.url)));
    expect(isResponseFormatError(error)).toBe(true);
    expect(String(error)).toContain(`got a redirect (${status} to 127.0.0.1:${target.port}), which is not followed`);
    expect(String(error)).not.toContain("secret-path");
    expect(server.requests).toHaveLength(1);
    expect(target.connections).toBe(0);
  },
);

test("a redirect to the same server is refused, too", async () => {
  const server = await startFaultServer([answer({ status: 302, headers: { Location: "/elsewhere" } }), good]);
  const error = await failureOf(readConfiguration(clientFor(server.url)));
  expect(isResponseFormatError(error)).toBe(true);
  expect(server.requests).toHaveLength(1);
});

test.each(["", "http://[", "data:text/plain,x", "\u0007//x"])(
  "a redirect to %j, which is no host, is refused as well",
  async (location) => {
    const server = await startFaultServer([answer({ status: 301, headers: { Location: location } })]);
    const error = await failureOf(readConfiguration(clientFor(server.url)));
    expect(isResponseFormatError(error)).toBe(true);
    expect(server.requests).toHaveLength(1);
  },
);
