import { SeenServers } from "../../provider/reach/seen-servers";
import { startNameServer } from "./support/name-server";

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
