/**
 * The domains below which tunnels to developers' machines have their hosts, with the service's name. The domain itself is
 * the service's own site, and no tunnel.
 */
export const tunnelDomains: Readonly<Record<string, string>> = {
  // https://ngrok.com/docs/network-edge/domains-and-tcp-addresses/
  "ngrok.io": "ngrok",
  "ngrok.app": "ngrok",
  "ngrok.dev": "ngrok",
  "ngrok-free.app": "ngrok",
  "ngrok-free.dev": "ngrok",
  // https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/do-more-with-tunnels/trycloudflare/
  "trycloudflare.com": "a Cloudflare quick tunnel",
  // https://github.com/localtunnel/localtunnel
  "loca.lt": "localtunnel",
  "localtunnel.me": "localtunnel",
  // https://serveo.net/
  "serveo.net": "Serveo",
  "serveousercontent.com": "Serveo",
  // https://tailscale.com/kb/1223/funnel
  "ts.net": "Tailscale Funnel",
  // https://learn.microsoft.com/azure/developer/dev-tunnels/overview
  "devtunnels.ms": "Microsoft dev tunnels",
  // https://docs.github.com/codespaces/developing-in-a-codespace/forwarding-ports-in-your-codespace
  "app.github.dev": "a GitHub codespace",
  // https://localhost.run/docs/
  "localhost.run": "localhost.run",
  "lhr.life": "localhost.run",
  "lhr.rocks": "localhost.run",
  "lhr.pro": "localhost.run",
  // https://pinggy.io/docs/
  "pinggy.link": "Pinggy",
  "pinggy.online": "Pinggy",
  "pinggy.io": "Pinggy",
  // https://tunnelmole.com/docs/
  "tunnelmole.net": "Tunnelmole",
  // https://docs.zrok.io/
  "share.zrok.io": "zrok",
  // https://packetriot.com/docs/
  "pktriot.net": "Packetriot",
  // https://expose.dev/docs
  "sharedwithexpose.com": "Expose",
  // https://localxpose.io/docs
  "loclx.io": "LocalXpose",
  // https://loophole.cloud/docs/
  "loophole.site": "Loophole",
  // https://pagekite.net/docs/
  "pagekite.me": "PageKite",
  // https://tunnelto.dev/
  "tunnelto.dev": "tunnelto",
  "tunn.dev": "tunnelto",
  // https://www.ultrahook.com/
  "ultrahook.com": "UltraHook",
  // https://srv.us/
  "srv.us": "srv.us",
  // https://telebit.cloud/
  "telebit.io": "Telebit",
};

/** Hosts that are tunnels themselves, told apart by their ports. */
export const tunnelHosts: Readonly<Record<string, string>> = {
  // https://github.com/ekzhang/bore
  "bore.pub": "bore",
};
