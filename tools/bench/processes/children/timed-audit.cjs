// Audits all services of the account, with or without a file of expectations, and says how long that took.
const { audit } = require("pulumi-twilio-conversations/audit");

async function run(input) {
  const began = performance.now();
  const report = await audit({ allServices: true, ...input });
  return {
    milliseconds: performance.now() - began,
    outcome: report.outcome,
    services: report.services.length,
    untracked: report.counts.untracked,
  };
}

run(JSON.parse(process.argv[2])).then((done) => {
  console.log(JSON.stringify(done));
  process.exit();
});
