/**
 * Where the nodes of a service are: a fixed list, DNS, or etcd. A place is written
 * `HOST:PORT,HOST:PORT`, `dns:NAME`, `dns:NAME@SERVER:PORT` (SRV records, RFC 2782) or
 * `etcd:HOST:PORT/PREFIX`.
 */
import type { Flag } from "./flags.ts";

/** A service that is looked up. */
export interface Discovery {
  /**
   * The addresses as they are known now, `host:port` each. What was known last stays, for as long
   * as nothing better is; the first call waits until something is.
   * @throws RpcError UNAVAILABLE when nothing has ever been found
   */
  addresses(): Promise<readonly string[]>;
  /** Says that no address answered, so that what can be looked up again is. Returns at once. */
  lookAgain(): void;
  close(): void;
}

/** A place where a service is found, taken apart. */
export type Place =
  | { readonly kind: "static"; readonly addresses: readonly string[] }
  | { readonly kind: "dns"; readonly name: string; readonly server: string | undefined }
  | { readonly kind: "etcd"; readonly server: string; readonly prefix: string };

const address = /^[^\s:,/@]+:\d{1,5}$/;

/** @throws Error whose message completes the sentence "the place must be …" */
export function parsePlace(text: string): Place {
  const [, dnsName, server] = /^dns:([^@\s]+)(?:@(.+))?$/.exec(text) ?? [];
  if (dnsName !== undefined && (server === undefined || address.test(server))) {
    return { kind: "dns", name: dnsName, server };
  }
  const [, etcd = "", prefix = ""] = /^etcd:([^/]+)\/(\S+)$/.exec(text) ?? [];
  if (address.test(etcd)) return { kind: "etcd", server: etcd, prefix };
  const addresses = text.split(",");
  if (addresses.every((each) => address.test(each))) return { kind: "static", addresses };
  const forms = "HOST:PORT,…, dns:NAME[@SERVER:PORT] or etcd:HOST:PORT/PREFIX";
  throw new Error(`${forms}, but is ${JSON.stringify(text)}`);
}

/** A flag for a place, which is checked at once and opened later. */
export function placeFlag(description: string, fallback: string): Flag<string> {
  return {
    placeholder: "PLACE",
    description: `${description}: HOST:PORT,… or dns:NAME[@SERVER:PORT] or etcd:HOST:PORT/PREFIX`,
    fallback,
    parse: (text) => {
      parsePlace(text);
      return text;
    },
  };
}

/** Packages that few processes need are loaded by those. */
export async function discover(text: string): Promise<Discovery> {
  const place = parsePlace(text);
  if (place.kind === "dns") {
    const { DnsDiscovery } = await import("./discovery-dns.ts");
    return new DnsDiscovery(place.name, place.server);
  }
  if (place.kind === "etcd") {
    const { EtcdDiscovery } = await import("./discovery-etcd.ts");
    return new EtcdDiscovery(place.server, place.prefix);
  }
  return { addresses: async () => place.addresses, lookAgain: () => {}, close: () => {} };
}

/** Ends an announcement. */
export type Withdraw = () => Promise<void>;

/**
 * Tells others where this node is, for as long as it lives.
 * @param text a place that can be written to: etcd
 * @throws Error where the place can't be written to, RpcError where it does not answer
 */
export async function announce(text: string, id: string, own: string): Promise<Withdraw> {
  const place = parsePlace(text);
  if (place.kind !== "etcd") throw new Error(`only etcd takes announcements, not ${text}`);
  const { announceInEtcd } = await import("./discovery-etcd.ts");
  return announceInEtcd(place.server, place.prefix, id, own);
}
