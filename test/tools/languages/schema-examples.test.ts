import { callEach } from "../support/call-module";

const program = (imports: string, name: string) =>
  `package main\n\nimport (\n${imports}\n)\n\nfunc main() {\n\t${name}()\n}`;
const join = (...programs: string[]) => callEach("languages/schema-examples.mjs", "asOneGoFile", [[programs]])[0];

test("programs in Go become functions of one file, with their imports once", () => {
  expect(join(program('\t"fmt"', "one"), program('\t"fmt"', "two"))).toBe(
    'package main\n\nimport (\n\t"fmt"\n)\n\n\nfunc example0() {\n\tone()\n}\n\nfunc example1() {\n\ttwo()\n}',
  );
});

test("programs in Go that import different things, and what is no program, are refused", () => {
  expect(() => join(program('\t"fmt"', "one"), program('\t"os"', "two"))).toThrow("the same package and imports");
  expect(() => join("package other")).toThrow("the same package and imports");
});
