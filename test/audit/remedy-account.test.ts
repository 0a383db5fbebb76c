import { atAccount } from "../../provider/audit/judging/remedy-account";

const accountSid = `AC${"a".repeat(32)}`;
const lines = ["To fix it at Twilio:", "  twilio api:conversations:v1:x:update --method=POST", "Or change `expect`"];

test("A remedy's command says of which account the credentials must be", () => {
  expect(atAccount(lines, { label: `account ${accountSid}`, accountSid, profile: undefined })).toEqual([
    lines[0],
    lines[1],
    `  with the credentials of account ${accountSid}`,
    lines[2],
  ]);
});

test("A remedy's command names the Twilio CLI's profile if it is the account's, as one word of a shell", () => {
  const at = (name: string, sid: string | undefined) =>
    atAccount(lines, { label: "account eu", accountSid: sid, profile: { name, accountSid } })[1];
  expect(at("shop", accountSid)).toBe("  twilio api:conversations:v1:x:update --profile=shop --method=POST");
  expect(at("a b'; rm -rf $&", accountSid)).toBe(
    "  twilio api:conversations:v1:x:update --profile='a b'\\''; rm -rf $&' --method=POST",
  );
  expect(at("shop", `AC${"b".repeat(32)}`)).toBe(lines[1]);
  expect(at("shop", undefined)).toBe(lines[1]);
});
