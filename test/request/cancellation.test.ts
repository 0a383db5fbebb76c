import { Ending } from "../../provider/request/cancellation";

test("an end tells each listener once, and keeps its first reason", () => {
  const ending = new Ending();
  const heard: unknown[] = [];
  ending.on(() => heard.push(ending.reason));
  expect(ending).toMatchObject({ hasCome: false, reason: undefined });
  ending.come("first");
  ending.come("second");
  expect(ending).toMatchObject({ hasCome: true, reason: "first" });
  expect(heard).toEqual(["first"]);
});

test("who listens after the end is told at once", () => {
  const ending = new Ending();
  ending.come(null);
  const listener = jest.fn();
  ending.on(listener);
  expect(listener).toHaveBeenCalledTimes(1);
});

test("who has stopped listening is not told", () => {
  const ending = new Ending();
  const listener = jest.fn();
  ending.on(listener);
  ending.off(listener);
  ending.come(null);
  expect(listener).not.toHaveBeenCalled();
});
