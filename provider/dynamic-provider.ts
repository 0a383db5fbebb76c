// Tested by test/engine/resource/recording.test.ts
import type { dynamic } from "@pulumi/pulumi";
import { RecordingProvider } from "./output/dynamic-provider/recording-provider";

/**
 * The entry point that stands in people's state; Pulumi's dynamic-provider process calls it once. Not for programs.
 */
export function handler(): dynamic.ResourceProvider {
  return new RecordingProvider();
}
