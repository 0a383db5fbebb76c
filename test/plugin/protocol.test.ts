import { Client, credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { CheckRequest, ConfigureRequest, InvokeRequest } from "@pulumi/pulumi/proto/provider_pb";
import { Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import { servePlugin, startPlugin, unknown } from "./support/engine";
import { configurationFor, sid, startTwilio } from "./support/twilio";

const methods = Object.entries(ResourceProviderService).map(([name, { path }]) => [name, path] as const);

interface Answered {
  readonly bytes?: Buffer;
  readonly details?: string;
}

const closing: (() => void)[] = [];

afterEach(() => closing.splice(0).forEach((close) => close()));

/** A plugin to which any bytes can be sent. */
async function rawPlugin() {
  const plugin = await servePlugin({});
  const client = new Client(`127.0.0.1:${plugin.port}`, credentials.createInsecure());
  closing.push(
    () => client.close(),
    () => plugin.close(),
  );
  return (path: string, bytes: Uint8Array) =>
    new Promise<Answered>((resolve) => {
      const same = (value: Buffer) => value;
      client.makeUnaryRequest(path, same, same, Buffer.from(bytes), (error: ServiceError | null, answer?: Buffer) =>
        resolve(error === null ? { bytes: answer ?? Buffer.alloc(0) } : { details: error.details }),
      );
    });
}

const oneSentence = /^[^\n]{3,300}$/;

/** The calls that do not answer with an error to a message without any content. */
const answersNothing = [
  "handshake",
  "getSchema",
  "checkConfig",
  "diffConfig",
  "configure",
  "diff",
  "create",
  "update",
  "delete",
  "cancel",
  "getPluginInfo",
  "attach",
];

test("every call of the protocol has an answer: to a message without content, a result or an error of one sentence", async () => {
  const send = await rawPlugin();
  const answers: Record<string, Answered> = {};
  for (const [name, path] of methods) {
    answers[name] = await send(path, new Uint8Array());
  }
  expect(
    Object.keys(answers)
      .filter((name) => answers[name]?.bytes)
      .sort(),
  ).toEqual([...answersNothing].sort());
  const sentences = Object.values(answers).flatMap(({ details }) => (details === undefined ? [] : [details]));
  expect(sentences.filter((sentence) => !oneSentence.test(sentence))).toEqual([]);
});

test.each(["parameterize", "call", "construct", "getMapping", "getMappings"])(
  "%s is not supported, and says so by its name",
  async (name) => {
    const send = await rawPlugin();
    const path = methods.find(([each]) => each === name)?.[1] ?? "";
    expect(await send(path, new Uint8Array())).toEqual({ details: `twilio-conversations has no ${name}` });
  },
);

test("bytes that are no message are an error of one sentence, in every call, and the plugin goes on", async () => {
  const send = await rawPlugin();
  const garbage = [Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]), Buffer.from("GET / HTTP/1.1\r\n"), Buffer.alloc(64, 7)];
  for (const [, path] of methods.filter(([name]) => name !== "cancel")) {
    for (const bytes of garbage) {
      const { details } = await send(path, bytes);
      // A field that nobody knows is passed over, as protobuf has it.
      expect(details ?? "answered").toMatch(oneSentence);
    }
  }
  expect(await send("/pulumirpc.ResourceProvider/Nothing", new Uint8Array())).toEqual({
    details: expect.stringMatching(oneSentence),
  });
  expect((await send("/pulumirpc.ResourceProvider/GetSchema", new Uint8Array())).bytes?.length).toBeGreaterThan(1000);
});

test("a value without any kind, and one that is nested a hundred times, crash nothing", async () => {
  const send = await rawPlugin();
  const empty = new Struct();
  empty.getFieldsMap().set("chatServiceSid", new Value());
  let nested = Struct.fromJavaScript({ end: true });
  for (let level = 0; level < 100; level += 1) {
    const value = new Value();
    value.setStructValue(nested);
    nested = new Struct();
    nested.getFieldsMap().set("expect", value);
  }
  for (const properties of [empty, nested]) {
    const request = new InvokeRequest();
    request.setTok("twilio-conversations:index:getServiceWebhookConfiguration");
    request.setArgs(properties);
    const { details } = await send("/pulumirpc.ResourceProvider/Invoke", request.serializeBinary());
    expect(details ?? "answered").toMatch(oneSentence);
  }
  expect((await send("/pulumirpc.ResourceProvider/GetPluginInfo", new Uint8Array())).bytes).toBeDefined();
});

test("an older CLI, which knows no handshake, is served all the same", async () => {
  const twilio = await startTwilio();
  const send = await rawPlugin();
  const configure = new ConfigureRequest();
  configure.setArgs(Struct.fromJavaScript(configurationFor(twilio)));
  await send("/pulumirpc.ResourceProvider/Configure", configure.serializeBinary());
  const check = new CheckRequest();
  check.setUrn("urn:pulumi:dev::test::twilio-conversations:index:ServiceWebhookConfiguration::chat");
  check.setNews(Struct.fromJavaScript({ chatServiceSid: sid }));
  const { bytes } = await send("/pulumirpc.ResourceProvider/Check", check.serializeBinary());
  expect(bytes?.toString()).toContain("https://hooks.example.com/post");
});

test("resources and functions of another version of the schema are errors that say so", async () => {
  const engine = await startPlugin();
  const other = new CheckRequest();
  other.setUrn("urn:pulumi:dev::test::twilio-conversations:index:WebhookGate::chat");
  const says = { details: expect.stringContaining("does not exist in this version of the plugin") };
  await expect(engine.call("check", other)).rejects.toMatchObject(says);
  await expect(engine.invoke("getServiceWebhooks", {})).rejects.toMatchObject(says);
  const { failures } = await engine.invoke("getServiceWebhookConfiguration", { chatServiceSid: sid, account: "eu" });
  expect(failures).toEqual([{ property: "", reason: expect.stringContaining('unknown argument "account"') }]);
});

test("what a function cannot take is a failure of one message: an unknown SID, an asset, a SID of another kind", async () => {
  const engine = await startPlugin(configurationFor(await startTwilio()));
  const asset = { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", text: "x" };
  for (const chatServiceSid of [asset, "CH0123456789abcdef0123456789abcdef", 1, true, null, [], {}, unknown]) {
    const { failures } = await engine.invoke("getServiceWebhookConfiguration", { chatServiceSid });
    expect(failures).toHaveLength(1);
    expect(failures[0]?.property).toBe("");
  }
});
