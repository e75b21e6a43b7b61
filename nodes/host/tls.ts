/** Transport security: what `scripts/certs.ts` made, read for gRPC. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ChannelCredentials,
  credentials,
  type ServerCredentials,
  ServerCredentials as serverCredentials,
} from "@grpc/grpc-js";

/** `server`: the server shows a certificate. `mutual`: the client as well, of the same CA. */
export const tlsModes = ["off", "server", "mutual"] as const;
export type TlsMode = (typeof tlsModes)[number];

export interface Credentials {
  readonly server: ServerCredentials;
  readonly client: ChannelCredentials;
  readonly tls: boolean;
}

export const plaintext: Credentials = {
  server: serverCredentials.createInsecure(),
  client: credentials.createInsecure(),
  tls: false,
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
  const read = (file: string) => {
    try {
      return readFileSync(join(directory, file));
    } catch {
      const path = join(directory, file);
      throw new Error(`${path} can't be read: run \`bun scripts/certs.ts ${name}\` first`);
    }
  };
  const ca = read("ca.pem");
  const certificate = read(`${name}.pem`);
  const key = read(`${name}.key`);
  const mutual = mode === "mutual";
  const pair = { cert_chain: certificate, private_key: key };
  return {
    server: serverCredentials.createSsl(mutual ? ca : null, [pair], mutual),
    client: mutual ? credentials.createSsl(ca, key, certificate) : credentials.createSsl(ca),
    tls: true,
  };
}
