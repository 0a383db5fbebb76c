import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeRequest,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  type AnalyzeResponse,
  type AnalyzerInfo,
  type RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { packProgram, writePolicyPack } from "./pack-folder";

export type Properties = Record<string, JavaScriptValue>;

/** A resource as the engine tells a policy pack of it. */
export interface SentResource {
  readonly type: string;
  readonly name: string;
  readonly props: Properties;
  /** @default none */
  readonly ignoreChanges?: readonly string[];
}

export type Level = "advisory" | "mandatory" | "disabled" | "remediate";
const levels: Readonly<Record<Level, EnforcementLevel>> = {
  advisory: EnforcementLevel.ADVISORY,
  mandatory: EnforcementLevel.MANDATORY,
  disabled: EnforcementLevel.DISABLED,
  remediate: EnforcementLevel.REMEDIATE,
};

/** What came of an analysis, as far as the engine shows it. */
export interface Analysis {
  readonly violations: readonly {
    readonly policy: string;
    readonly level: Level;
    readonly message: string;
    readonly urn: string;
  }[];
  readonly notApplicable: readonly { readonly policy: string; readonly reason: string }[];
}

/** The engine's side of a running policy pack. */
export class Pack {
  /** What it printed, but for its port. */
  output = "";

  readonly #client: AnalyzerClient;

  constructor(port: string) {
    this.#client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  info(): Promise<AnalyzerInfo.AsObject> {
    return call<AnalyzerInfo>((done) => this.#client.getAnalyzerInfo(new Empty(), done)).then((info) =>
      info.toObject(),
    );
  }

  /** The schema that a policy's configuration is checked against before the pack gets it. */
  async configSchemaOf(policy: string): Promise<Properties> {
    const info = await call<AnalyzerInfo>((done) => this.#client.getAnalyzerInfo(new Empty(), done));
    const schema = info
      .getPoliciesList()
      .find((each) => each.getName() === policy)
      ?.getConfigschema();
    return schema?.getProperties()?.toJavaScript() ?? {};
  }

  async pluginVersion(): Promise<string> {
    const info = await call<{ getVersion(): string }>((done) => this.#client.getPluginInfo(new Empty(), done));
    return info.getVersion();
  }

  async configure(config: Record<string, { readonly level?: Level; readonly properties?: Properties }>): Promise<void> {
    const request = new ConfigureAnalyzerRequest();
    for (const [policy, { level = "mandatory", properties = {} }] of Object.entries(config)) {
      const one = new PolicyConfig();
      one.setEnforcementlevel(levels[level]);
      one.setProperties(Struct.fromJavaScript(properties));
      request.getPolicyconfigMap().set(policy, one);
    }
    await call<Empty>((done) => this.#client.configure(request, done));
  }

  async analyze(resource: SentResource): Promise<Analysis> {
    const request = requestFor(resource);
    return analysisOf(await call<AnalyzeResponse>((done) => this.#client.analyze(request, done)));
  }

  async analyzeStack(resources: readonly SentResource[]): Promise<Analysis> {
    const request = new AnalyzeStackRequest();
    request.setResourcesList(
      resources.map(({ type, name, props }) => {
        const resource = new AnalyzerResource();
        resource.setType(type);
        resource.setName(name);
        resource.setUrn(urnOf(type, name));
        resource.setProperties(Struct.fromJavaScript(props));
        resource.setOptions(new AnalyzerResourceOptions());
        return resource;
      }),
    );
    return analysisOf(await call<AnalyzeResponse>((done) => this.#client.analyzeStack(request, done)));
  }

  /** The names of the policies that changed a resource. */
  async remediate(resource: SentResource): Promise<readonly string[]> {
    const request = requestFor(resource);
    const response = await call<RemediateResponse>((done) => this.#client.remediate(request, done));
    return response.getRemediationsList().map((each) => each.getPolicyname());
  }

  close(): void {
    this.#client.close();
  }
}

// A pack takes some seconds to start: Pulumi loads the TypeScript compiler for it.
jest.setTimeout(60_000);

const children = new Set<ChildProcess>();
const packs = new Set<Pack>();
const folders = new Set<string>();

afterAll(async () => {
  packs.forEach((pack) => pack.close());
  await Promise.all(
    [...children].map(
      (child) => new Promise((resolve) => child.once("close", resolve).kill("SIGKILL") || resolve(undefined)),
    ),
  );
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

/**
 * Starts a policy pack as the engine does, in a process of its own that is ended after the last test of the file.
 * @throws Error with what it printed where it does not start
 */
export async function startPack(policies: string, options?: string): Promise<Pack> {
  return startProgram(packProgram(policies, options));
}

/** The same for a pack whose files are given. */
export async function startProgram(files: Record<string, string>): Promise<Pack> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "policy-pack-")));
  folders.add(folder);
  writePolicyPack(folder, files);
  const program = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [program, "127.0.0.1:0", "."], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let printed = "";
  return new Promise((resolve, reject) => {
    let pack: Pack | undefined;
    const onData = (chunk: Buffer): void => {
      printed += chunk.toString();
      const port = /^(\d+)\n/m.exec(printed)?.[1];
      if (pack === undefined && port !== undefined) {
        pack = new Pack(port);
        packs.add(pack);
        resolve(pack);
      }
      if (pack !== undefined) {
        pack.output = printed.replace(/^\d+\n/m, "");
      }
    };
    child.stdout.on("data", onData);
    child.stderr.on("data", onData);
    child.on("close", (code) => {
      children.delete(child);
      reject(new Error(`the pack ended with ${code}: ${printed}`));
    });
  });
}

/** The URN of a resource of the stack that the packs are told of. */
export function urnOf(type: string, name: string): string {
  return `urn:pulumi:dev::test::${type}::${name}`;
}

function requestFor({ type, name, props, ignoreChanges = [] }: SentResource): AnalyzeRequest {
  const request = new AnalyzeRequest();
  request.setType(type);
  request.setName(name);
  request.setUrn(urnOf(type, name));
  request.setProperties(Struct.fromJavaScript(props));
  const options = new AnalyzerResourceOptions();
  options.setIgnorechangesList([...ignoreChanges]);
  request.setOptions(options);
  return request;
}

function analysisOf(response: AnalyzeResponse): Analysis {
  return {
    violations: response.getDiagnosticsList().map((diagnostic) => ({
      policy: diagnostic.getPolicyname(),
      level: (Object.keys(levels) as Level[]).find((level) => levels[level] === diagnostic.getEnforcementlevel())!,
      message: diagnostic.getMessage(),
      urn: diagnostic.getUrn(),
    })),
    notApplicable: response
      .getNotApplicableList()
      .map((each) => ({ policy: each.getPolicyName(), reason: each.getReason() })),
  };
}

function call<Response>(
  send: (done: (error: ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    send((error, response) => (error === null ? resolve(response) : reject(error)));
  });
}
