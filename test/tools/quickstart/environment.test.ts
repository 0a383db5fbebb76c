import { callEach } from "../support/call-module";

test("with the emulator the person's own Pulumi, Twilio and proxy variables are kept out, and nothing else", () => {
  const env = {
    PATH: "/usr/bin",
    PULUMI_ACCESS_TOKEN: "x",
    PULUMI_STACK: "x",
    TWILIO_REGION: "x",
    TWILIO_AUTH_TOKEN_EU: "x",
    https_proxy: "x",
    HTTP_PROXY: "x",
    NO_PROXY: "x",
    MY_TWILIO_: "x",
  };
  expect(
    callEach("quickstart/environment.mjs", "namesInTheWay", [
      [env, false],
      [env, true],
    ]),
  ).toEqual([
    ["HTTP_PROXY", "PULUMI_ACCESS_TOKEN", "PULUMI_STACK", "TWILIO_AUTH_TOKEN_EU", "TWILIO_REGION", "https_proxy"],
    ["PULUMI_ACCESS_TOKEN", "PULUMI_STACK"],
  ]);
});
