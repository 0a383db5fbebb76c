/** The pure logic, by its folder in `provider/`; of `request/` it is only these files. */
const filesOf = {
  text: ["**/*"],
  url: ["**/*"],
  "service-sid": ["**/*"],
  credentials: ["**/*"],
  request: ["retry/retry-after", "retry/retry-policy", "retry/retryable", "slots/slot-queue"],
  response: ["**/*"],
  delivery: ["**/*"],
  rules: ["**/*"],
  verdict: ["**/*"],
  expectation: ["**/*"],
};

export const folders = Object.keys(filesOf);

/**
 * The files to mutate.
 * @param {readonly string[]} wanted
 */
export const patterns = (wanted = folders) => [
  ...globs("provider", wanted, "ts"),
  // Data: its test tries thousands of values, which would take hours.
  "!provider/expectation/expectation-schema.ts",
];

/** The tests that may kill mutants: of every folder, since each is used by those after it. */
export const testPatterns = () => globs("<rootDir>/test", folders, "test.ts");

/**
 * @param {string} root
 * @param {readonly string[]} wanted
 * @param {string} extension
 */
function globs(root, wanted, extension) {
  return Object.entries(filesOf)
    .filter(([folder]) => wanted.includes(folder))
    .flatMap(([folder, files]) => files.map((file) => `${root}/${folder}/${file}.${extension}`));
}
