import { readFileSync } from "node:fs";
import { join } from "node:path";
import { secretProperties } from "../../provider/result/secret-properties";
import { isSecretUrl, secretParameterWords } from "../../provider/url/secret-url";

test.each([
  "https://user:word@hooks.example.com/post",
  "https://user@hooks.example.com/post",
  "https://:word@hooks.example.com/",
  "https:\\\\user:word@hooks.example.com",
  "https:user:word@hooks.example.com",
  "ht\ntps://user:word@hooks.example.com",
  "https://hooks.example.com/post?token=1",
  "https://hooks.example.com/post?a=1&access_token=1",
  "https://hooks.example.com/post?apiKey=1",
  "https://hooks.example.com/post?API-KEY=1",
  "https://hooks.example.com/post?x-amz-signature=1",
  "https://hooks.example.com/post?bypassSecret=1",
  "https://hooks.example.com/post?%74oken=1",
  "https://hooks.example.com/post?a=1;sig=1",
  "https://hooks.example.com/post?secrets[]=1",
  "https://hooks.example.com/post#token=1",
  "https://hooks.example.com/post?token",
  "https://hooks.example.com/post;jsessionid=1/x",
  "//user:word@hooks.example.com/post",
  "user:word@hooks.example.com/post",
  "hooks.example.com/post?token=1",
])("A URL that carries a credential is secret: %j", (url) => {
  expect(isSecretUrl(url)).toBe(true);
});

test.each(secretParameterWords)("A query parameter named %s makes the URL secret", (word) => {
  expect(isSecretUrl(`https://hooks.example.com/post?${word}=1`)).toBe(true);
});

test.each([
  ...[
    "IDToken",
    "CSRFToken",
    "JWTToken",
    "HMACSignature",
    "myAPIKey",
    "APIkey",
    "XCSRF",
    "OAuth2Token",
    "ACCESS_TOKEN",
  ],
  ...[
    "clientsecret",
    "webhooksecret",
    "accesskey",
    "privkey",
    "passkey",
    "deploykey",
    "apitoken",
    "verifytoken",
    "sessionid",
    "creds",
    "passcode",
    "PHPSESSID",
  ],
  ...["authkey", "secretkey", "webhookkey", "subscriptionkey", "dbpass", "userpass", "authcode", "verificationcode"],
  ...[
    "tokenid",
    "tokenIssuer",
    "basicauth",
    "oauth",
    "apicreds",
    "userpwd",
    "apikeys",
    "accesscodes",
    "csrf",
    "otp",
    "code",
  ],
  ...["oauth_code", "\uff54\uff4f\uff4b\uff45\uff4e"],
])("A parameter named %s makes the URL secret", (name) => {
  expect(isSecretUrl(`https://hooks.example.com/post?${name}=1`)).toBe(true);
});

test.each([
  ...["monkey", "turkey", "keyboard", "keyword", "author", "authority", "compass", "passage", "bypass", "trespass"],
  ...["tokenize", "tokenisation", "secretary", "passwordless", "design", "signal", "encode", "unicode", "decode"],
  ...[
    "zipcode",
    "zip_code",
    "zipCode",
    "countrycode",
    "countryCode",
    "COUNTRY_CODE",
    "postcode",
    "postalCodes",
    "promo-code",
  ],
  ...["statuscode", "barcode", "obsession", "pincode", "pinboard", "cookiecutter", "sassy", "mail", "tenant"],
])("A parameter named %s does not make the URL secret", (name) => {
  expect(isSecretUrl(`https://hooks.example.com/post?${name}=1`)).toBe(false);
});

test.each([
  "https://hooks.example.com/post",
  "https://hooks.example.com/a;b=c/d",
  "https://hooks.example.com/token/key",
  "https://hooks.example.com/@user",
  "https://hooks.example.com/post?mail=a@example.com",
  "https://hooks.example.com/post?monkey=1&tokenize=1&design=1&encode=1",
  "https://hooks.example.com/post?a=token",
  "not a url",
  "",
])("A URL that carries none is not: %j", (url) => {
  expect(isSecretUrl(url)).toBe(false);
});

test("Only the property whose URL carries a credential is secret", () => {
  const plain = "https://hooks.example.com/pre";
  expect([...secretProperties({ preWebhookUrl: plain, postWebhookUrl: `${plain}?token=1` })]).toEqual([
    "postWebhookUrl",
  ]);
  expect([...secretProperties({ preWebhookUrl: null, postWebhookUrl: null })]).toEqual([]);
});

test("The guide lists every word that makes a query parameter look secret", () => {
  const guide = readFileSync(join(__dirname, "..", "..", "docs", "guides", "reference.md"), "utf8");
  expect(secretParameterWords.filter((word) => !guide.includes(`\`${word}\``))).toEqual([]);
});
