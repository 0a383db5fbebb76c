// Tested by test/testing/emulator/server.test.ts
/** The headers that Twilio documents for its answers; the request's own come on top. */
export const documentedHeaders: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
  "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type",
  "Access-Control-Allow-Credentials": "true",
  "Access-Control-Expose-Headers": "Twilio-Request-Id, Twilio-Concurrent-Requests",
};
