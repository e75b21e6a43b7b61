/** Transport security: what `scripts/certs.ts` made, read for gRPC, and read again once renewed. */
import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ChannelCredentials,
  credentials,
  type ServerCredentials,
  ServerCredentials as serverCredentials,
} from "@grpc/grpc-js";
import {
  type Certificates,
  RenewableChannelCredentials,
  RenewableServerCredentials,
} from "./renewable-credentials.ts";

/** `server`: the server shows a certificate. `mutual`: the client as well, of the same CA. */
export const tlsModes = ["off", "server", "mutual"] as const;
export type TlsMode = (typeof tlsModes)[number];

export interface Credentials {
  readonly server: ServerCredentials;
  readonly client: ChannelCredentials;
  readonly tls: boolean;
  /**
   * Takes over what the files hold by now: for all connections that are made from now on.
   * @returns the serial number of the certificate, when anything has changed
   * @throws Error when they don't fit together, as while they are written; all stays as it was
   */
  renew(): string | undefined;
}

export const plaintext: Credentials = {
  server: serverCredentials.createInsecure(),
  client: credentials.createInsecure(),
  tls: false,
  renew: () => undefined,
};

/**
 * @param directory with `ca.pem`, `<name>.pem` and `<name>.key`
 * @throws Error that says what to run when a file is missing
 */
export function loadCredentials(mode: TlsMode, directory: string, name: string): Credentials {
  if (mode === "off") return plaintext;
  if (process.env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0") {
    throw new Error("NODE_TLS_REJECT_UNAUTHORIZED=0 turns certificate checks off: unset it");
  }
  const mutual = mode === "mutual";
  let certificates = readCertificates(directory, name);
  const server = new RenewableServerCredentials(certificates, mutual);
  const client = new RenewableChannelCredentials(certificates, mutual);
  return {
    server,
    client,
    tls: true,
    renew: () => {
      const found = readCertificates(directory, name);
      if (isSame(found, certificates)) return undefined;
      const serial = checkedSerial(found, name);
      client.renew(found);
      server.renew(found);
      certificates = found;
      return serial;
    },
  };
}

/**
 * A server whose new certificates can't be used would take no connection any more.
 * @throws Error when there is no authority, or the key is another one's
 */
function checkedSerial({ ca, certificate, key }: Certificates, name: string): string {
  const own = parse(certificate, `${name}.pem`);
  if (!own.checkPrivateKey(createPrivateKey(key))) {
    throw new Error(`${name}.key is not the key of ${name}.pem`);
  }
  const authorities = ca.toString().split(/(?<=-----END CERTIFICATE-----)\s*/);
  for (const each of authorities.filter((text) => text !== "")) parse(each, "ca.pem");
  if (!authorities[0]) throw new Error("ca.pem is empty");
  return own.serialNumber;
}

function parse(text: Buffer | string, file: string): X509Certificate {
  try {
    return new X509Certificate(text);
  } catch (error) {
    throw new Error(`${file} is no certificate: ${(error as Error).message}`);
  }
}

function readCertificates(directory: string, name: string): Certificates {
  const read = (file: string) => {
    const path = join(directory, file);
    try {
      return readFileSync(path);
    } catch {
      throw new Error(`${path} can't be read: run \`bun scripts/certs.ts ${name}\` first`);
    }
  };
  return { ca: read("ca.pem"), certificate: read(`${name}.pem`), key: read(`${name}.key`) };
}

function isSame(one: Certificates, other: Certificates): boolean {
  const { ca, certificate, key } = other;
  return one.ca.equals(ca) && one.certificate.equals(certificate) && one.key.equals(key);
}
