// Tested by test/engine/plugin/schema-examples.test.ts

/** The languages of Pulumi's registry, by the names that it has for them. */
export type ProgramLanguage = "typescript" | "python" | "csharp" | "go" | "java" | "yaml";

/** The rest of a whole program, around what it does. */
export const programs: Readonly<Record<ProgramLanguage, (body: string) => string>> = {
  typescript: (body) => `import * as twilio from "pulumi-twilio-conversations-sdk";\n\n${body}`,
  python: (body) => `import pulumi\nimport pulumi_twilio_conversations as twilio\n\n${body}`,
  csharp: (body) => `using System.Collections.Generic;
using Pulumi;
using Twilio = Pulumi.TwilioConversations;

return await Deployment.RunAsync(() =>
{
${indented(body, "    ")}
});`,
  go: (body) => `package main

import (
	twilio "github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/sdk/go/twilioconversations"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
${indented(body, "\t\t")}
		return nil
	})
}`,
  java: (body) => `package myproject;

${javaImports(body)}

public class App {
    public static void main(String[] args) {
        Pulumi.run(App::stack);
    }

    public static void stack(Context ctx) {
${indented(body, "        ")}
    }
}`,
  yaml: (body) => `name: webhooks\nruntime: yaml\n${body}`,
};

function indented(text: string, indent: string): string {
  return text.replaceAll(/^(?=.)/gm, indent);
}

/** Java names each class that it uses: those of functions' and types' arguments are in a package of their own. */
function javaImports(body: string): string {
  const names = new Set([...body.matchAll(/\b(?:[A-Z]\w*Args|[A-Z]\w*Functions|ServiceWebhookConfiguration|Map)\b/g)]);
  const used = [...new Set([...names].map(([name]) => name))].map((name) =>
    name === "Map"
      ? "java.util.Map"
      : `com.pulumi.twilioconversations.${/^(?!ServiceWebhook).*Args$/.test(name) ? "inputs." : ""}${name}`,
  );
  return ["com.pulumi.Context", "com.pulumi.Pulumi", ...used.sort()].map((name) => `import ${name};`).join("\n");
}
