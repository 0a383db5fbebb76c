const pulumi = require("@pulumi/pulumi");

const provider = { create: async (inputs) => ({ id: inputs.value, outs: inputs }) };

class Trivial extends pulumi.dynamic.Resource {
  constructor(name, value) {
    super(provider, name, { value });
  }
}

for (let index = 0; index < Number(process.env.BENCHMARK_RESOURCES); index += 1) {
  new Trivial(`resource-${index}`, `value ${index}`);
}
