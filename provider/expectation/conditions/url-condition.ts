import type { Condition, ConditionName, Finding } from "./condition";
import type { ExpectationNode } from "../reading/expectation-node";
import { frozenCopy } from "../reading/frozen-copy";
import type { LiveUrl } from "./live-url";
import type { ReadableUrl } from "../../url/readable-url";

/**
 * A condition on the parts of a URL. It is violated if no URL is set, and by one that HTTP clients could read in
 * different ways: of such a URL nobody can say that its host is the expected one.
 */
export function urlPartCondition(
  name: ConditionName,
  node: ExpectationNode,
  test: (url: ReadableUrl, raw: string) => Finding | undefined,
): Condition<LiveUrl> {
  return {
    name,
    expected: frozenCopy(node.value),
    isSecret: node.isSecret,
    judge(live) {
      if (live.raw === null) {
        return { found: null };
      }
      const { reading } = live;
      return reading.isReadable ? test(reading, live.raw) : { found: live.raw, because: `the URL ${reading.because}` };
    },
  };
}
