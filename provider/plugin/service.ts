// Tested by test/plugin/resource.test.ts
import {
  status,
  type handleUnaryCall,
  type sendUnaryData,
  type ServerUnaryCall,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { PluginInfo, type PluginAttach } from "@pulumi/pulumi/proto/plugin_pb";
import {
  CheckFailure,
  CheckResponse,
  ConfigureResponse,
  DiffResponse,
  GetSchemaResponse,
  InvokeResponse,
  ProviderHandshakeResponse,
  type CheckRequest,
  type ConfigureRequest,
  CreateResponse,
  ReadResponse,
  UpdateResponse,
  type CreateRequest,
  type DiffRequest,
  type GetSchemaRequest,
  type InvokeRequest,
  type ProviderHandshakeRequest,
  type ReadRequest,
  type UpdateRequest,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { EngineLog } from "./engine-log";
import { UnknownTokenError, type Plugin } from "./plugin";
import { packageSchema } from "./schema/package-schema";
import { openValue } from "./wire/engine-value";
import { ReturnResponse } from "./wire/return-response";
import { fromStruct, toStruct } from "./wire/struct";

/** A call that cannot be answered: the engine shows the message. */
class CallError extends Error {
  readonly code: status;

  constructor(code: status, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Pulumi's provider protocol over a plugin. A call that it does not know, or one that is not as the protocol says, gets an
 * error of one sentence; the plugin goes on.
 */
export function providerService(plugin: Plugin, version: string, log: EngineLog): UntypedServiceImplementation {
  return {
    handshake: answering((request: ProviderHandshakeRequest) => {
      log.connect(request.getEngineAddress());
      const response = new ProviderHandshakeResponse();
      response.setAcceptSecrets(true);
      return response;
    }),
    getPluginInfo: answering(() => {
      const response = new PluginInfo();
      response.setVersion(version);
      return response;
    }),
    // An engine may attach to a plugin that runs already.
    attach: answering((request: PluginAttach) => {
      log.connect(request.getAddress());
      return new Empty();
    }),
    cancel: answering(() => {
      plugin.cancel();
      return new Empty();
    }),
    getSchema: answering((request: GetSchemaRequest) => {
      if (request.getVersion() !== 0) {
        throw new CallError(
          status.INVALID_ARGUMENT,
          `only version 0 of the schema's format is known, not ${request.getVersion()}`,
        );
      }
      const response = new GetSchemaResponse();
      response.setSchema(JSON.stringify(packageSchema(version)));
      return response;
    }),
    checkConfig: answering((request: CheckRequest) => {
      const news = fromStruct(request.getNews());
      return checked(news, plugin.checkConfiguration(news));
    }),
    // Another account is another provider for the engine only if the user says so: nothing is to be replaced.
    diffConfig: answering(() => new DiffResponse()),
    configure: answering((request: ConfigureRequest) => {
      plugin.configure(fromStruct(request.getArgs()), explicitName(request.getUrn()));
      const response = new ConfigureResponse();
      response.setAcceptsecrets(true);
      response.setSupportspreview(true);
      return response;
    }),
    invoke: answering(async (request: InvokeRequest) => {
      const outcome = await plugin.invoke(request.getTok(), fromStruct(request.getArgs()));
      if ("result" in outcome) {
        return new ReturnResponse(outcome.result);
      }
      const response = new InvokeResponse();
      response.setFailuresList([failure(outcome.failure)]);
      return response;
    }),
    check: answering(async (request: CheckRequest) => {
      const news = fromStruct(request.getNews());
      const outcome = await plugin.check(typeOf(request.getUrn()), news, fromStruct(request.getOlds()));
      if ("failure" in outcome) {
        return checked(news, outcome.failure);
      }
      const { inputs, failure: reason, warning } = outcome.result;
      if (warning !== null) {
        log.warn(warning, request.getUrn());
      }
      return checked(inputs, reason);
    }),
    diff: answering(async (request: DiffRequest) => {
      const [olds, news] = [fromStruct(request.getOlds()), fromStruct(request.getNews())];
      const outcome = await plugin.diff(olds, news, request.getIgnorechangesList());
      if ("failure" in outcome) {
        throw new CallError(status.INVALID_ARGUMENT, outcome.failure);
      }
      const { isChanged, replaces } = outcome.result;
      const response = new DiffResponse();
      response.setChanges(isChanged ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE);
      response.setReplacesList([...replaces]);
      return response;
    }),
    create: answering((request: CreateRequest) => {
      const inputs = fromStruct(request.getProperties());
      const { chatServiceSid } = openValue(inputs).value as { readonly chatServiceSid?: unknown };
      const response = new CreateResponse();
      response.setId(typeof chatServiceSid === "string" ? chatServiceSid : "");
      response.setProperties(toStruct(inputs));
      return response;
    }),
    update: answering((request: UpdateRequest) => {
      const response = new UpdateResponse();
      response.setProperties(toStruct(fromStruct(request.getNews())));
      return response;
    }),
    // Only the record is dropped; nothing changes at Twilio.
    delete: answering(() => new Empty()),
    read: answering(async (request: ReadRequest) => {
      const outcome = await plugin.read(
        typeOf(request.getUrn()),
        request.getId(),
        fromStruct(request.getProperties()),
        fromStruct(request.getInputs()),
      );
      if ("failure" in outcome) {
        throw new CallError(status.UNKNOWN, outcome.failure);
      }
      const response = new ReadResponse();
      response.setId(outcome.result.id);
      response.setProperties(toStruct(outcome.result.properties));
      response.setInputs(toStruct(outcome.result.inputs));
      return response;
    }),
    ...Object.fromEntries(
      ["parameterize", "call", "construct", "getMapping", "getMappings"].map((name) => [
        name,
        answering(() => {
          throw new CallError(status.UNIMPLEMENTED, `twilio-conversations has no ${name}`);
        }),
      ]),
    ),
  };
}

/**
 * The name of an explicit provider, by its URN; undefined for a default one, which the engine names `default…` and gives
 * the stack's config. An old engine sends no URN.
 */
function explicitName(urn: string | undefined): string | undefined {
  const name = urn?.split("::").slice(3).join("::") ?? "";
  return name === "" || /^default(_|$)/.test(name) ? undefined : name;
}

/** The type in a resource's URN: its last one, after those of its parents. */
function typeOf(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

/** With a property named, the engine would print that property's value too. One alone: some languages show the first. */
function failure(reason: string): CheckFailure {
  const message = new CheckFailure();
  message.setProperty("");
  message.setReason(reason);
  return message;
}

function checked(inputs: Readonly<Record<string, unknown>>, reason: string | null): CheckResponse {
  const response = new CheckResponse();
  response.setInputs(toStruct(inputs));
  response.setFailuresList(reason === null ? [] : [failure(reason)]);
  return response;
}

/** A handler of a call that answers with what `answer` gives, and tells the engine of what it throws. */
function answering<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>) => {
    void (async () => answer(call.request))().then(
      (response) => callback(null, response),
      (error: unknown) => callback(asStatus(error)),
    );
  };
}

function asStatus(error: unknown): { readonly code: status; readonly message: string } {
  if (error instanceof CallError) {
    return { code: error.code, message: error.message };
  }
  if (error instanceof UnknownTokenError) {
    return { code: status.NOT_FOUND, message: error.message };
  }
  // The first line alone: a stack would be printed to the user.
  const [line = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return { code: status.UNKNOWN, message: line };
}
