import { canonicalSid, isSameSid } from "../../provider/service-sid/same-sid";

const sid = "IS0123456789abcdef0123456789abcdef";

test("The hexadecimal digits of a SID mean the same in either case", () => {
  expect(isSameSid(sid, "IS0123456789ABCDEF0123456789ABCDEF")).toBe(true);
  expect(canonicalSid("IS0123456789ABCDEF0123456789abcdef")).toBe(sid);
  expect(isSameSid(sid, sid.replace("f", "e"))).toBe(false);
});

test("The letters that say what a SID is for have one case", () => {
  expect(isSameSid(sid, sid.toLowerCase())).toBe(false);
  expect(isSameSid(sid, sid.replace("IS", "AC"))).toBe(false);
});
