#!/usr/bin/env node
// Here and not in dist, which a clone does not have yet when npm links the command.
require("../dist/cli/pulumi-twilio-conversations-plugin.js");
