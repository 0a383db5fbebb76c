// Tested by test/recording/recorded-resource.test.ts
/** A value in the form by which Pulumi's engine knows a secret: at a refresh nothing else can newly make it one. */
export function secretOnTheWire(value: unknown): Record<string, unknown> {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}
