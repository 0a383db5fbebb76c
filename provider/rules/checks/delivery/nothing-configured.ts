// Tested by test/rules/checks.test.ts
import { deliveredByAccount } from "../../../delivery/delivered-events";
import { nothing, type Rule } from "../../rule";

/** Nobody is told of anything that happens in the service. */
export const nothingConfigured: Rule = {
  id: "nothing-configured",
  severity: "note",
  title: "A service has no webhooks",
  help:
    "Neither of the service's URLs is set, and its account's configuration, which serves such a service, delivers nothing " +
    "for it either, or is not known. If some program waits for the service's events, it waits in vain.",
  check({ owner, urls, account }) {
    if (owner !== "service" || urls.length > 0 || (account !== undefined && deliveredByAccount(account).length > 0)) {
      return nothing;
    }
    const rest =
      account === undefined
        ? "what the account's configuration delivers for it is not known"
        : "the account's configuration delivers nothing for it either";
    return [
      {
        property: null,
        message: `the service has no webhook URL, and ${rest}`,
        remediation: "Set a URL and its events, if someone waits for what happens in this service",
      },
    ];
  },
};
