import { compileExpectation } from "../../provider/expectation/compile-expectation";
import { hasSecret } from "../../provider/verdict/has-secret";
import { judge } from "../../provider/verdict/judge";

test.each<[secret: string, found: string | string[]]>([
  ["s3cr3t.example.com", "s3cr3t.example.com"],
  ["s3cr3t.example.com", "https://S3CR3T.example.com/post"],
  ["S3CR3T.example.com.", "https://s3cr3t.example.com/post"],
  ["s3cr3t.example.com:8443", "https://s3cr3t.example.com/post"],
  ["*.s3cr3t.example.com", "https://s3cr3t.example.com/post"],
  ["*.s3cr3t.example.com", "https://a.s3cr3t.example.com/post"],
  ["s3cr3tbücher.example", "https://xn--s3cr3tbcher-zhb.example/"],
  ["xn--s3cr3tbcher-zhb.example", "https://S3cr3tBücher.example/"],
  ["s3cr3t.example.com", "https://%73%33cr3t.example.com/"],
  ["s3cr3t.example.com", "https://%2573%2533cr3t.example.com/"],
  ["s3cr3t.example.com", "https://s3cr\u00ad3t.example.com/"],
  ["s3cr3t.example.com", "https://\uff53\uff13cr3t.example.com/"],
  ["/s3cr3t/*", "https://a.example/s3cr3t"],
  ["/s3cr3t", "/%73%33cr3t/"],
  ["/s3cr%337", "/S3CR37"],
  ["s3cr3t", ["tenant", "S3cr3t"]],
  ["onS3cr3tAdded", ["onX", "ons3cr3tadded"]],
  ["https://s3cr3t.example.com/post", "https://s3cr3t.example.com:443/post?x"],
  ["https://s3cr3t.example.com/post", "http://u:p@S3CR3T.example.com.:80/post"],
])("The secret %j stands in %j, which is another spelling of it", (secret, found) => {
  expect(hasSecret(found, [secret])).toBe(true);
  expect(hasSecret(found, ["other", secret])).toBe(true);
});

test.each<[secret: string, found: string | null]>([
  ["s3cr3t.example.com", "https://other.example.com/"],
  ["s3cr3t.example.com", null],
  ["", "https://a.example/"],
  ["/*", "https://a.example/x"],
  ["s3cr3t", "https://a.example/%ff%zz"],
])("The secret %j does not stand in %j", (secret, found) => {
  expect(hasSecret(found, [secret])).toBe(false);
});

test("A host that is secret for one URL is not shown in the other one, however it is spelt there", () => {
  const live = {
    preWebhookUrl: "https://S3CR3T.example.com./pre",
    postWebhookUrl: "https://a.example/post",
    method: null,
    filters: null,
    accountSid: null,
  };
  const expectation = compileExpectation(
    { preWebhookUrl: "https://b.example/pre", postWebhookUrl: { host: "s3cr3t.example.com" } },
    { secretPaths: [["postWebhookUrl", "host"]] },
  );
  const { violations } = judge(live, expectation);
  expect(violations).toHaveLength(2);
  expect(JSON.stringify(violations)).not.toMatch(/s3cr3t/i);
});
