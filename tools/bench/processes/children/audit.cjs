// Audits all services of the account, and looks at the memory that is in use after every so many of them.
const { audit } = require("pulumi-twilio-conversations/audit");

const every = 500;

function bytes() {
  global.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function run({ expectationsFile }) {
  const seen = [];
  let looked = 0;
  const report = await audit({
    allServices: true,
    expectationsFile,
    onProgress: ({ phase, done }) => {
      if (phase === "services" && done >= looked + every) {
        looked = done;
        seen.push({ done, bytes: bytes(), resident: process.memoryUsage().rss });
      }
    },
  });
  seen.push({ done: report.services.length, bytes: bytes(), resident: process.memoryUsage().rss });
  return { seen, outcome: report.outcome, services: report.services.length };
}

run(JSON.parse(process.argv[2])).then((done) => {
  console.log(JSON.stringify(done));
  process.exit();
});
