import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../../../provider/testing";
import { baseUrlOf } from "../../../provider/testing/emulator/server";
import { ask, webhookPath } from "../support/ask";
import { exchange, openSocket, rawRequest } from "../support/raw-exchange";
import { until } from "../support/until";

test("stop ends idle, hanging, delayed and endless connections at once", async () => {
  const emulator = await startEmulator();
  const path = webhookPath(emulator.addService().sid);
  const open = () => {
    const socket = openSocket(emulator);
    socket.on("error", () => undefined);
    socket.resume();
    return { socket, closed: new Promise<void>((resolve) => socket.once("close", () => resolve())) };
  };
  const faults = [{ hang: true }, { hang: "body" }, { delay: 60_000 }, { endless: true }] as const;
  faults.forEach((fault) => emulator.failNext(1, fault));
  const busy = faults.map(open);
  const silent = open();
  await Promise.all([...busy, silent].map(({ socket }) => once(socket, "connect")));
  busy.forEach(({ socket }) => socket.write(rawRequest(emulator, path)));
  const halfAForm = open();
  halfAForm.socket.write(`${rawRequest(emulator, path, "POST", "Content-Length: 50\r\n")}Method=`);
  const keptAlive = open();
  keptAlive.socket.write(rawRequest(emulator, path));
  await until(() => emulator.countRequests() === faults.length + 2 && emulator.countRequests({ status: 200 }) === 3);
  const started = performance.now();
  await emulator.stop();
  await Promise.all([...busy, silent, halfAForm, keptAlive].map(({ closed }) => closed));
  expect(performance.now() - started).toBeLessThan(5_000);
});

test("a program ends by itself once it has stopped its emulator, whatever was going on there", () => {
  const program = `(async () => {
    const { startEmulator } = require(${JSON.stringify(join(__dirname, "../../../provider/testing/emulator/emulator.ts"))});
    const emulator = await startEmulator();
    const faults = [{ delay: 3_600_000 }, { hang: true }, { endless: true }];
    faults.forEach((fault) => emulator.failNext(1, fault));
    faults.forEach(() => fetch(emulator.baseUrl).catch(() => undefined));
    while (emulator.countRequests() < faults.length) await new Promise(setImmediate);
    await emulator.stop();
    process.stdout.write("stopped");
  })();`;
  const { stdout, signal } = spawnSync(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", program], {
    cwd: join(__dirname, "../.."),
    timeout: 30_000,
  });
  expect([stdout.toString(), signal]).toEqual(["stopped", null]);
}, 40_000);

test("stop can be called again, and twice at the same time", async () => {
  const emulator = await startEmulator();
  await Promise.all([emulator.stop(), emulator.stop()]);
  await emulator.stop();
  await expect(fetch(emulator.baseUrl)).rejects.toThrow();
});

test("after stop the port is free for another one", async () => {
  const emulator = await startEmulator();
  const port = Number(new URL(emulator.baseUrl).port);
  await expect(startEmulator({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await emulator.stop();
  await using again = await startEmulator({ port });
  expect(again.baseUrl).toBe(emulator.baseUrl);
});

test("an await using block stops its emulator", async () => {
  let baseUrl: string;
  {
    await using emulator = await startEmulator();
    baseUrl = emulator.baseUrl;
    expect((await fetch(baseUrl)).status).toBe(401);
  }
  await expect(fetch(baseUrl)).rejects.toThrow();
});

test("two emulators at once know nothing of each other", async () => {
  await using one = await startEmulator();
  await using two = await startEmulator();
  const sid = `IS${"b".repeat(32)}`;
  one.addService({ sid, webhook: { method: "GET" } });
  two.addService({ sid, webhook: { method: "POST" } });
  one.failNext(1, { status: 500 });
  expect((await ask(two, webhookPath(sid))).body.method).toBe("POST");
  expect((await ask(one, webhookPath(sid))).status).toBe(500);
  expect((await ask(one, webhookPath(sid))).body.method).toBe("GET");
  expect((await ask(one, webhookPath(sid), { account: two.account })).status).toBe(401);
  expect([one.countRequests(), two.countRequests()]).toEqual([3, 1]);
});

test("idle connections can be closed as a server does after a while, and busy ones stay", async () => {
  await using emulator = await startEmulator();
  const path = webhookPath(emulator.addService().sid);
  const idle = openSocket(emulator);
  idle.write(rawRequest(emulator, path));
  await once(idle, "data");
  emulator.setFault("*", { delay: 200 });
  const busy = ask(emulator, path);
  await until(() => emulator.countRequests() === 2);
  const ended = once(idle.resume(), "end");
  emulator.closeIdleConnections();
  await ended;
  expect((await busy).status).toBe(200);
});

test("a client that breaks off in the middle of a form does no harm", async () => {
  await using emulator = await startEmulator();
  const path = webhookPath(emulator.addService().sid);
  const socket = openSocket(emulator);
  socket.write(`${rawRequest(emulator, path, "POST", "Content-Length: 50\r\n")}Method=GET`);
  await until(() => emulator.countRequests() === 1);
  socket.resetAndDestroy();
  expect((await ask(emulator, path)).body.method).toBeNull();
});

test("what is not HTTP is answered with 400 and does no harm", async () => {
  await using emulator = await startEmulator();
  const socket = openSocket(emulator);
  socket.write("\x16\x03\x01 hello\r\n\r\n");
  const [chunk] = (await once(socket, "data")) as [Buffer];
  expect(chunk.toString()).toMatch(/^HTTP\/1\.1 400 /);
  socket.destroy();
  expect((await ask(emulator, "/v1/Services")).status).toBe(200);
});

const machineHasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === "::1"));

test.each(["127.0.0.1", "localhost", ...(machineHasIpv6 ? ["::1"] : [])])("it can listen on %s", async (host) => {
  await using emulator = await startEmulator({ host });
  expect(new URL(emulator.baseUrl).protocol).toBe("http:");
  expect((await exchange(emulator, "/v1/Services")).head).toMatch(/^HTTP\/1\.1 200 /);
});

test("an IPv6 address is in brackets in the base URL", () => {
  expect(baseUrlOf("::1", 80)).toBe("http://[::1]:80");
  expect(baseUrlOf("localhost", 80)).toBe("http://localhost:80");
});
