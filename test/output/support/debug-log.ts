import * as pulumi from "@pulumi/pulumi";

/** What goes to Pulumi's log at debug level during each test of a file; nothing of it leaves. */
export function debugLog(): readonly string[] {
  const sent: string[] = [];
  beforeEach(() => {
    sent.length = 0;
    jest.spyOn(pulumi.log, "debug").mockImplementation((text) => {
      sent.push(text);
      return Promise.resolve();
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  return sent;
}
