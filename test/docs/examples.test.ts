import { compile, type Snippet } from "./support/compile";
import { publicNames, type PublicName } from "./support/public-names";

const names = publicNames();
const rows = names.map((each) => [each.name, each.entry, each] as const);
let problems: ReadonlyMap<string, readonly string[]>;

const placeOf = ({ entry, name }: PublicName, index: number) => `${entry}.${name}.${index}`;

const importsOfOthers = {
  "pulumi\\.": 'import * as pulumi from "@pulumi/pulumi";',
  PolicyPack: 'import { PolicyPack } from "@pulumi/policy";',
};

/** Imports of all public names that an example uses and does not import itself: examples are short. */
function importsFor(example: string): string {
  const used = names.filter(
    ({ name }) =>
      new RegExp(`\\b${name}\\b`).test(example) && !new RegExp(`import[^;]*\\b${name}\\b[^;]*from`).test(example),
  );
  const lines = [...new Set(used.map(({ entry }) => entry))].map((entry) => {
    const here = used.filter((each) => each.entry === entry && used.find(({ name }) => name === each.name) === each);
    return here.length === 0 ? "" : `import { ${here.map(({ name }) => name).join(", ")} } from "${entry}";`;
  });
  const others = Object.entries(importsOfOthers).flatMap(([name, line]) =>
    new RegExp(`\\b${name}`).test(example) && !example.includes(line) ? [line] : [],
  );
  return [...others, ...lines].join(" ") + " ";
}

beforeAll(() => {
  problems = compile(
    names.flatMap((each) =>
      each.examples.map((text, index): Snippet => ({
        place: placeOf(each, index),
        text,
        language: "mts",
        prelude: importsFor(text),
      })),
    ),
  );
}, 60_000);

test.each(rows)("%s of %s has an example, which uses it", (name, _entry, { examples, file }) => {
  expect({ file, examples: examples.length > 0 }).toEqual({ file, examples: true });
  expect(examples.some((example) => new RegExp(`\\b${name}\\b`).test(example))).toBe(true);
});

test.each(rows.filter(([, , { examples }]) => examples.length > 0))(
  "The example of %s of %s compiles against the package",
  (_name, _entry, each) => {
    expect(each.examples.map((_text, index) => problems.get(placeOf(each, index)))).toEqual(
      each.examples.map(() => []),
    );
  },
);
