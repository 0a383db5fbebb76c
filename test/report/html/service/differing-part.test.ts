import fc from "fast-check";
import { differingParts } from "../../../../provider/report/html/service/differing-part";

test("of two texts, what is between the beginning and the end that they share is marked", () => {
  expect(differingParts("https://hooks.example.com/post", "https://hooks.examp1e.com/post")).toEqual([
    ["https://hooks.examp", "l", "e.com/post"],
    ["https://hooks.examp", "1", "e.com/post"],
  ]);
  expect(differingParts("aa", "aaa")).toEqual([
    ["aa", "", ""],
    ["aa", "a", ""],
  ]);
});

test("the parts are the whole text, and only texts that differ have a differing part", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "😀", "/") });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [first, second] = differingParts(one, other);
      expect([first.join(""), second.join("")]).toEqual([one, other]);
      expect(first[1] === "" && second[1] === "").toBe(one === other);
    }),
  );
});
