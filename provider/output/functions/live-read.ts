import * as pulumi from "@pulumi/pulumi";
import type { AccountClient } from "../../request/account-client";
import { isMocked } from "../sdk/mocked";
import { programLoaded } from "../stack/program-loaded";
import { stackClient } from "../stack/stack-clients";

/** What every read is given, whatever it reads. */
interface AccountArgs {
  readonly account?: string | undefined;
}

/** One of the package's functions. */
export interface LiveRead<Result> {
  /** The name by which a user's `mocks.call` knows it. */
  readonly token: string;
  /** What the log calls it. */
  readonly what: string;
  /** Asks Twilio. */
  readonly read: (account: AccountClient) => Promise<Result>;
  /**
   * Makes an error fit to be shown.
   * @default it is shown as it is
   */
  readonly redact?: (error: unknown) => unknown;
}

/**
 * Reads with the running stack's credentials. In a user's unit test the user's mocks answer, and no request leaves.
 * Rejects with the errors of this package.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- every read has arguments of its own
export async function liveRead<Args extends AccountArgs, Result>(
  args: Args,
  { token, what, read, redact = (error) => error }: LiveRead<Result>,
): Promise<Result> {
  if (isMocked()) {
    return mockedRead(token, args);
  }
  try {
    return await read(stackClient(args.account));
  } catch (error) {
    await programLoaded(what);
    throw redact(error);
  }
}

async function mockedRead<Result>(token: string, args: object): Promise<Result> {
  try {
    return await (pulumi.runtime.invoke(token, args) as Promise<Result>);
  } catch (error) {
    if (error instanceof Error && error.message === "") {
      // The SDK keeps the text of an error that the mocks have thrown to itself.
      error.message = `mocks.call has thrown an error for ${token}`;
    }
    throw error;
  }
}
