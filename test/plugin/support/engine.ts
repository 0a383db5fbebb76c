import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  CheckRequest,
  ConfigureRequest,
  CreateRequest,
  DiffRequest,
  DiffResponse,
  GetSchemaRequest,
  InvokeRequest,
  ProviderHandshakeRequest,
  ReadRequest,
  type CheckResponse,
  type CreateResponse,
  type GetSchemaResponse,
  type InvokeResponse,
  type ProviderHandshakeResponse,
  type ReadResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { listen } from "../../../provider/plugin/listening";
import { serve } from "../../../provider/plugin/serve";
import { fromStruct, toStruct } from "../../../provider/plugin/wire/struct";

type Properties = Readonly<Record<string, unknown>>;
type Environment = Readonly<Record<string, string | undefined>>;

const running: { close(): void }[] = [];

afterAll(() => {
  for (const each of running.splice(0)) {
    each.close();
  }
});

/** What a function answered. */
export interface Answer {
  readonly result: Properties;
  readonly failures: readonly { readonly property: string; readonly reason: string }[];
}

/** What a check answered. */
export interface Checked {
  readonly inputs: Properties;
  readonly failures: Answer["failures"];
}

/** What a read answered. */
export interface ReadResult {
  readonly id: string;
  readonly properties: Properties;
  readonly inputs: Properties;
}

const urn = "urn:pulumi:dev::test::twilio-conversations:index:ServiceWebhookConfiguration::chat";

/** What Pulumi's engine does with a plugin, over its protocol and in its order. */
export class Engine {
  readonly #client: ResourceProviderClient;

  constructor(client: ResourceProviderClient) {
    this.#client = client;
  }

  call<Response>(name: string, request: unknown): Promise<Response> {
    const method = Reflect.get(this.#client, name) as (
      request: unknown,
      callback: (error: ServiceError | null, response: Response) => void,
    ) => void;
    return new Promise((resolve, reject) => {
      method.call(this.#client, request, (error: ServiceError | null, response: Response) =>
        error === null ? resolve(response) : reject(error),
      );
    });
  }

  async checkConfig(news: Properties): Promise<{ readonly inputs: Properties; readonly reasons: readonly string[] }> {
    const request = new CheckRequest();
    request.setUrn("urn:pulumi:dev::test::pulumi:providers:twilio-conversations::default");
    request.setNews(toStruct(news));
    const response = await this.call<CheckResponse>("checkConfig", request);
    return {
      inputs: fromStruct(response.getInputs()),
      reasons: response.getFailuresList().map((failure) => failure.getReason()),
    };
  }

  /** @param provider the name of an explicit provider, or one that an engine gives to its own */
  async configure(given: Properties, provider = "default_0_2_0"): Promise<void> {
    const request = new ConfigureRequest();
    request.setUrn(`urn:pulumi:dev::test::pulumi:providers:twilio-conversations::${provider}`);
    request.setArgs(toStruct(given));
    request.setAcceptsecrets(true);
    await this.call("configure", request);
  }

  async invoke(name: string, args: Properties): Promise<Answer> {
    const request = new InvokeRequest();
    request.setTok(name.includes(":") ? name : `twilio-conversations:index:${name}`);
    request.setArgs(toStruct(args));
    const response = await this.call<InvokeResponse>("invoke", request);
    return {
      result: fromStruct(response.getReturn()),
      failures: response.getFailuresList().map((failure) => ({
        property: failure.getProperty(),
        reason: failure.getReason(),
      })),
    };
  }

  /** Checks the resource, as in preview and in the update. */
  async check(news: Properties, olds: Properties = {}): Promise<Checked> {
    const request = new CheckRequest();
    request.setUrn(urn);
    request.setOlds(toStruct(olds));
    request.setNews(toStruct(news));
    const response = await this.call<CheckResponse>("check", request);
    return {
      inputs: fromStruct(response.getInputs()),
      failures: response
        .getFailuresList()
        .map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() })),
    };
  }

  /** What is to be done about a difference: `none`, `update` or `replace`. */
  async diff(olds: Properties, news: Properties, ignored: string[] = []): Promise<"none" | "update" | "replace"> {
    const request = new DiffRequest();
    request.setId("x");
    request.setUrn(urn);
    request.setOlds(toStruct(olds));
    request.setNews(toStruct(news));
    request.setIgnorechangesList(ignored);
    const response = await this.call<DiffResponse>("diff", request);
    if (response.getReplacesList().length > 0) {
      return "replace";
    }
    return response.getChanges() === DiffResponse.DiffChanges.DIFF_NONE ? "none" : "update";
  }

  async create(
    inputs: Properties,
    isPreview = false,
  ): Promise<{ readonly id: string; readonly properties: Properties }> {
    const request = new CreateRequest();
    request.setUrn(urn);
    request.setProperties(toStruct(inputs));
    request.setPreview(isPreview);
    const response = await this.call<CreateResponse>("create", request);
    return { id: response.getId(), properties: fromStruct(response.getProperties()) };
  }

  /** Refreshes what is recorded, or gets what is not if there are no properties. */
  async read(id: string, properties: Properties = {}, inputs: Properties = properties): Promise<ReadResult> {
    const request = new ReadRequest();
    request.setId(id);
    request.setUrn(urn);
    request.setProperties(toStruct(properties));
    request.setInputs(toStruct(inputs));
    const response = await this.call<ReadResponse>("read", request);
    return {
      id: response.getId(),
      properties: fromStruct(response.getProperties()),
      inputs: fromStruct(response.getInputs()),
    };
  }

  async schema(version = 0): Promise<Properties> {
    const request = new GetSchemaRequest();
    request.setVersion(version);
    const response = await this.call<GetSchemaResponse>("getSchema", request);
    return JSON.parse(response.getSchema()) as Properties;
  }

  handshake(): Promise<ProviderHandshakeResponse> {
    return this.call("handshake", new ProviderHandshakeRequest());
  }

  cancel(): Promise<Empty> {
    return this.call("cancel", new Empty());
  }
}

/** A plugin that answers on a port. */
export async function servePlugin(environment: Environment): Promise<{ readonly port: number; close(): void }> {
  const listening = await listen();
  return { port: listening.port, close: serve(listening, "1.2.3", environment) };
}

/** A plugin that answers, with an engine that has greeted and configured it. */
export async function startPlugin(given: Properties = {}, environment: Environment = {}): Promise<Engine> {
  const plugin = await servePlugin(environment);
  const client = new ResourceProviderClient(`127.0.0.1:${plugin.port}`, credentials.createInsecure());
  running.push({ close: () => client.close() }, plugin);
  const engine = new Engine(client);
  await engine.handshake();
  await engine.configure(given);
  return engine;
}

/** A secret, as the engine sends and takes it. */
export function secret(value: unknown): Properties {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

/** What the engine sends for a value that it does not know yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
