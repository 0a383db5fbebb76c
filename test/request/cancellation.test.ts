import { Cancellation } from "../../provider/request/cancellation";

test("an end tells each listener once, and keeps its first reason", () => {
  const cancellation = new Cancellation();
  const heard: unknown[] = [];
  cancellation.on(() => heard.push(cancellation.reason));
  expect(cancellation).toMatchObject({ isCancelled: false, reason: undefined });
  cancellation.cancel("first");
  cancellation.cancel("second");
  expect(cancellation).toMatchObject({ isCancelled: true, reason: "first" });
  expect(heard).toEqual(["first"]);
});

test("who listens after the end is told at once", () => {
  const cancellation = new Cancellation();
  cancellation.cancel(null);
  const listener = jest.fn();
  cancellation.on(listener);
  expect(listener).toHaveBeenCalledTimes(1);
});

test("who has stopped listening is not told", () => {
  const cancellation = new Cancellation();
  const listener = jest.fn();
  cancellation.on(listener);
  cancellation.off(listener);
  cancellation.cancel(null);
  expect(listener).not.toHaveBeenCalled();
});
