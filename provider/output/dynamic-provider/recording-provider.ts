// Tested by test/engine/resource/recording.test.ts
import type { dynamic } from "@pulumi/pulumi";
import * as recorded from "../../recording/recorded-resource";
import type { AccountClient } from "../../request/account-client";
import { ClientCache } from "../../request/client-cache";
import { ReadFailure } from "./read-failure";

type Properties = recorded.Properties;

/** The recorded resource as Pulumi's dynamic-provider process runs it. */
export class RecordingProvider implements dynamic.ResourceProvider {
  #config: dynamic.ConfigureRequest["config"] | undefined;
  readonly #clients = new ClientCache();

  // The engine asks for the next thing before this would have been awaited, so it must not wait for anything.
  async configure(request: dynamic.ConfigureRequest): Promise<void> {
    this.#config = request.config;
  }

  async check(_olds: Properties, news: Properties): Promise<dynamic.CheckResult> {
    return recorded.check(news) as dynamic.CheckResult;
  }

  async diff(_id: string, olds: Properties, news: Properties): Promise<dynamic.DiffResult> {
    return recorded.diff(olds, news);
  }

  async create(inputs: Properties): Promise<dynamic.CreateResult> {
    return recorded.create(inputs);
  }

  async update(_id: string, _olds: Properties, news: Properties): Promise<dynamic.UpdateResult> {
    return recorded.update(news);
  }

  async read(id: string, props: Properties): Promise<dynamic.ReadResult> {
    try {
      return await recorded.read(id, props, (account) => this.#client(account));
    } catch (error) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the reasons stand with the class
      throw new ReadFailure(error);
    }
  }

  #client(account: unknown): AccountClient {
    return this.#clients.clientFor(account, (fullKey) => this.#config?.get(fullKey), process.env);
  }
}
