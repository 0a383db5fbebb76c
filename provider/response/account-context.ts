import type { OtherAccount } from "../credentials/describe-credentials";
import type { ReadContext } from "./field-table";

/** The request that the answer must agree with. */
export interface AccountContext extends ReadContext {
  /** The account whose credentials were used, if they name it. */
  readonly accountSid?: string | undefined;
  /** Says that an answer is about the account `found`, and not about that one. */
  readonly describeOtherAccount?: ((found: string) => OtherAccount) | undefined;
}
