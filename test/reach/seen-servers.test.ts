import { SeenServers } from "../../provider/reach/seen-servers";
import { Authority } from "../request/support/certificates";
import { startNameServer } from "./support/name-server";
import { startTlsServer } from "./support/tls-server";

const isPublic = (address: string) => address.startsWith("203.");

test("each server is looked at once, however many URLs lead to it", async () => {
  await using names = await startNameServer({ "a.example.com": ["10.0.0.1"], "b.example.com": ["203.0.113.1"] });
  const progress: string[] = [];
  const seen = new SeenServers();
  await seen.lookAt(
    [
      "https://a.example.com/one",
      "https://A.example.com./two?x=1",
      "https://user:secret@a.example.com:443/three",
      "http://b.example.com/",
      "http://b.example.com:8080/",
    ],
    isPublic,
    { onProgress: (done, total) => progress.push(`${done} of ${total}`) },
    { nameServers: [names.address] },
  );
  expect(names.questions.filter((question) => question === "A a.example.com")).toHaveLength(1);
  expect(progress).toEqual(["1 of 3", "2 of 3", "3 of 3"]);
  expect(seen.of("https://a.example.com/other")).toEqual({ kind: "private", addresses: ["10.0.0.1"] });
  expect(seen.of("http://b.example.com/other")).toEqual({ kind: "reachable", certificateEnds: null });
});

test("a URL that cannot be read, or was not among those looked at, has no answer", async () => {
  await using names = await startNameServer({});
  const seen = new SeenServers();
  await seen.lookAt(["https://a b/"], isPublic, {}, { nameServers: [names.address] });
  expect([seen.of("https://a b/"), seen.of("https://c.example.com/")]).toEqual([undefined, undefined]);
  expect(names.questions).toEqual([]);
});

test("no more servers are looked at the same time than the limit says", async () => {
  const hosts = Array.from({ length: 12 }, (_, index) => `h${index}.example.com`);
  await using names = await startNameServer(Object.fromEntries(hosts.map((host) => [host, "silence"])));
  const controller = new AbortController();
  const looks = new SeenServers().lookAt(
    hosts.map((host) => `https://${host}/`),
    isPublic,
    { concurrency: 3, signal: controller.signal, timeout: 60 },
    { nameServers: [names.address] },
  );
  setTimeout(() => controller.abort(new Error("enough")), 300);
  await expect(looks).rejects.toThrow("enough");
  expect(new Set(names.questions.map((question) => question.split(" ")[1])).size).toBe(3);
});

test("a host that seems not to exist is not judged if the name servers do not know Twilio either", async () => {
  const reference = { hostname: "api.twilio.com", port: 443, secure: true };
  await using names = await startNameServer({ "inside.acme.io": ["10.0.0.1"], "plain.acme.io": ["203.0.113.1"] });
  const seen = new SeenServers();
  const urls = ["https://gone.acme.io/", "https://inside.acme.io/", "http://plain.acme.io/"];
  await seen.lookAt(urls, isPublic, {}, { nameServers: [names.address], reference });
  const unknown = {
    kind: "unknown",
    because: "the name servers of this machine know no public address of api.twilio.com either",
  };
  expect(urls.map(seen.of)).toEqual([unknown, unknown, { kind: "reachable", certificateEnds: null }]);
});

test("a certificate is not judged where that of Twilio is replaced on the way", async () => {
  const reference = { hostname: "api.twilio.com", port: 443, secure: true };
  const onTheWay = new Authority("Middlebox");
  await using names = await startNameServer({ "api.twilio.com": ["203.0.113.1"], "hooks.acme.io": ["203.0.113.2"] });
  await using server = await startTlsServer(onTheWay.issue({ names: ["api.twilio.com", "hooks.acme.io"] }));
  const lookWith = async (authorities: readonly string[]) => {
    const seen = new SeenServers();
    const network = { nameServers: [names.address], reference, authorities };
    const route = () => ({ address: "127.0.0.1", port: server.port });
    await seen.lookAt(["https://hooks.acme.io/", "https://gone.acme.io/"], isPublic, {}, { ...network, route });
    return [seen.of("https://hooks.acme.io/"), seen.of("https://gone.acme.io/")];
  };
  const gone = { kind: "unresolvable", nameExists: false };
  expect(await lookWith([new Authority("Public Authority").cert])).toEqual([
    {
      kind: "unknown",
      because: "from here, the certificate of api.twilio.com is not trusted either: it seems to be replaced on the way",
    },
    gone,
  ]);
  expect(await lookWith([onTheWay.cert])).toMatchObject([{ kind: "reachable" }, gone]);
});

test("a server that is fine for certain is not looked at while nothing seems to be wrong", async () => {
  const reference = { hostname: "api.twilio.com", port: 443, secure: true };
  await using names = await startNameServer({ "plain.acme.io": ["203.0.113.1"] });
  await new SeenServers().lookAt(["http://plain.acme.io/"], isPublic, {}, { nameServers: [names.address], reference });
  expect(names.questions).not.toContain("A api.twilio.com");
});
