// A process that has Pulumi's SDK loaded and runs one program after another for the CLI, as the Automation API runs inline
// programs. Loading the SDK is most of what a preview costs.
const { Server, ServerCredentials } = require("@grpc/grpc-js");
const { join } = require("node:path");
const { LanguageServer } = require("@pulumi/pulumi/automation/server");
const { LanguageRuntimeService } = require("@pulumi/pulumi/proto/language_grpc_pb");

let server;

/** The modules of the program and of the package are loaded anew: nothing that one run kept is seen by the next. */
function load(folder) {
  for (const file of Object.keys(require.cache)) {
    if (!/[\\/]node_modules[\\/]/.test(file) && file !== __filename) {
      delete require.cache[file];
    }
  }
  const exported = require(join(folder, "index.js"));
  return typeof exported === "function" ? exported() : exported;
}

function setEnvironment(env) {
  for (const name of Object.keys(process.env)) {
    delete process.env[name];
  }
  Object.assign(process.env, env);
}

function listen({ folder, env }) {
  process.chdir(folder);
  setEnvironment(env);
  server = new Server();
  server.addService(LanguageRuntimeService, new LanguageServer(async () => load(folder)));
  server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
    process.send(error === null ? { port } : { error: error.message });
  });
}

/** What a program that was stopped leaves behind has nobody to be reported to. */
function ignoreErrors() {
  for (const event of ["uncaughtException", "unhandledRejection"]) {
    process.removeAllListeners(event).on(event, () => {});
  }
}

process.on("message", (message) => {
  if (message.folder === undefined) {
    server.forceShutdown();
    ignoreErrors();
    process.send({});
  } else {
    listen(message);
  }
});
