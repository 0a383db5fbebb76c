import { nextPagePath } from "../../provider/result/next-page";

const query = "?PageSize=100&Page=1&PageToken=PT1";
const dublin = "https://conversations.dublin.ie1.twilio.com";

test.each([
  ["https://conversations.twilio.com", "https://conversations.twilio.com"],
  ["https://conversations.twilio.com:443", "https://conversations.twilio.com"],
  ["https://Conversations.Twilio.com", "https://conversations.twilio.com"],
  // Twilio may name its plain host, or the region's, where an edge was asked.
  ["https://conversations.twilio.com", dublin],
  ["https://conversations.ie1.twilio.com", dublin],
  ["https://gateway.example.com/twilio", "https://gateway.example.com/twilio"],
  ["https://gateway.example.com", "https://gateway.example.com/twilio"],
])("a next page at %s is one of the list at %s", (host, baseUrl) => {
  expect(nextPagePath(`${host}/v1/Services${query}`, baseUrl)).toBe(`/v1/Services${query}`);
});

test.each([
  ["http://conversations.twilio.com", "https://conversations.twilio.com"],
  ["https://conversations.twilio.com:8443", "https://conversations.twilio.com"],
  ["https://conversations.twilio.com.example.com", "https://conversations.twilio.com"],
  ["https://conversations-twilio.com", "https://conversations.twilio.com"],
  ["https://xconversations.twilio.com", dublin],
  ["https://api.twilio.com", dublin],
  ["https://conversations.a.b.c.twilio.com", dublin],
  ["https://conversations.twilio.com", "https://gateway.example.com"],
  ["https://gateway.example.com/other", "https://gateway.example.com/twilio"],
  ["https://user:word@conversations.twilio.com", "https://conversations.twilio.com"],
])("a next page at %s is none of the list at %s", (host, baseUrl) => {
  expect(nextPagePath(`${host}/v1/Services${query}`, baseUrl)).toBeUndefined();
});

test.each(["/v1/Services/", "/v1/services", "/v1//Services", "/v2/Services", "/v1/Services/../Credentials", "/"])(
  "a next page with the path %s is none of the list",
  (path) => {
    expect(
      nextPagePath(`https://conversations.twilio.com${path}${query}`, "https://conversations.twilio.com"),
    ).toBeUndefined();
  },
);

test("a fragment is no part of a request", () => {
  const next = "https://conversations.twilio.com/v1/Services?Page=1#top";
  expect(nextPagePath(next, "https://conversations.twilio.com")).toBe("/v1/Services?Page=1");
});
