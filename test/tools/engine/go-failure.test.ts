import { callEach } from "../support/call-module";

test("a failed build says what stands in its way", () => {
  const printed = [
    "go: go.mod requires go >= 1.25.8 (running go 1.22.0; GOTOOLCHAIN=local)",
    'go: github.com/x/y@v1.0.0: Get "https://proxy.example/x": dial tcp: lookup proxy.example: no such host',
    "link: write /tmp/x: no space left on device",
    ["one", "two", "# some/package", "x.go:1:2: undefined: y"].join("\n"),
  ];
  expect(
    callEach(
      "engine/build-with-go.mjs",
      "explainGoFailure",
      printed.map((text) => [text]),
    ),
  ).toEqual([
    "Go 1.25.8 or newer is needed; with GOTOOLCHAIN=auto, Go fetches it by itself.",
    expect.stringMatching(/network.*GOPROXY/),
    expect.stringContaining("disk is full"),
    "Go said:\n  one\n  two\n  # some/package\n  x.go:1:2: undefined: y",
  ]);
});
