import * as pulumi from "@pulumi/pulumi";

export interface ChatBackendArgs {
  readonly image: pulumi.Input<string>;
  readonly replicas: number;
  /** Where Twilio's webhook requests arrive. */
  readonly webhookUrl: pulumi.Input<string | null>;
}

/** The backend that answers the webhooks. The stashes stand for the resources of your cloud: a container service and its route. */
export class ChatBackend extends pulumi.ComponentResource {
  constructor(name: string, args: ChatBackendArgs, options?: pulumi.ComponentResourceOptions) {
    super("example:index:ChatBackend", name, {}, options);
    const service = new pulumi.Stash(
      `${name}-service`,
      { input: { image: args.image, replicas: args.replicas } },
      { parent: this },
    );
    new pulumi.Stash(`${name}-route`, { input: { from: args.webhookUrl, to: service.id } }, { parent: this });
    this.registerOutputs();
  }
}
