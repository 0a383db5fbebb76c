import { updateCommand } from "../../provider/delivery/update-command";

const chatServiceSid = `IS${"0".repeat(32)}`;
const ofService = `twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=${chatServiceSid}`;

test("Of a service, its SID comes first, and each flag has its value; an empty one clears a URL", () => {
  expect(updateCommand({ chatServiceSid }, [])).toBe(ofService);
  expect(
    updateCommand({ chatServiceSid }, [
      ["pre-webhook-url", ""],
      ["filters", "onMessageAdd"],
      ["filters", "on Message"],
    ]),
  ).toBe(`${ofService} --pre-webhook-url= --filters=onMessageAdd --filters='on Message'`);
});

test("Of an account there is no SID", () => {
  expect(updateCommand("account", [["method", "POST"]])).toBe(
    "twilio api:conversations:v1:configuration:webhooks:update --method=POST",
  );
});

test("A SID that is secret is left to a variable", () => {
  expect(updateCommand({ chatServiceSid: "[secret]" }, [["method", "POST"]])).toBe(
    'twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid="$CHAT_SERVICE_SID" --method=POST',
  );
});
