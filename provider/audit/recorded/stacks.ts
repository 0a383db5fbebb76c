import { parseJson } from "../text-file";
import { recordedServices } from "./exported-state";
import { PulumiCommandError, runPulumi, type PulumiCommandContext } from "./pulumi-command";
import { isRightPassphrase } from "./passphrase";
import { hasOpenSecret } from "./state-secrets";
import type { RecordedService } from "./recorded-service";

/**
 * The fully qualified names of all stacks that the Pulumi CLI shows in the backend that it is logged in to.
 * @throws {PulumiCommandError} if it shows none.
 */
export async function allStackNames(context: PulumiCommandContext): Promise<readonly string[]> {
  const text = await runPulumi(["stack", "ls", "--all", "--json", "--fully-qualify-stack-names"], context);
  const stacks = parseJson(text);
  if (!Array.isArray(stacks)) {
    throw new PulumiCommandError("`pulumi stack ls --json` printed something other than a list");
  }
  return stacks.map((stack: { readonly name?: unknown }) => String(stack.name));
}

/**
 * The services that a stack has recorded. If its secrets cannot be decrypted, the services that have none are given
 * all the same.
 * @throws {Error} if its state cannot be read.
 */
export async function servicesOfStack(
  stack: string,
  context: PulumiCommandContext,
): Promise<readonly RecordedService[]> {
  const command = ["stack", "export", "--stack", stack];
  try {
    const text = await runPulumi([...command, "--show-secrets"], context);
    const state = parseJson(text);
    // With a wrong passphrase the CLI exports every secret as null, without an error.
    const isInDoubt = text.includes('"plaintext"') && !hasOpenSecret(state);
    return recordedServices(state, { areNullsDecrypted: isInDoubt && (await isRightPassphrase(state, context)) });
  } catch (error) {
    if (!(error instanceof PulumiCommandError)) {
      throw error;
    }
    const services = await servicesWithoutSecrets(command, context);
    if (services === undefined) {
      throw error;
    }
    return services.map((service) =>
      service.fault === undefined ? service : { ...service, fault: `${service.fault} (${error.message})` },
    );
  }
}

async function servicesWithoutSecrets(
  command: readonly string[],
  context: PulumiCommandContext,
): Promise<readonly RecordedService[] | undefined> {
  try {
    return recordedServices(parseJson(await runPulumi(command, context)));
  } catch (error) {
    if (error instanceof PulumiCommandError) {
      return undefined;
    }
    throw error;
  }
}
