/** The certificates of mutual TLS: one authority and what it signed, in one directory. */
import { createPrivateKey, X509Certificate } from "node:crypto";
import { appendFile, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { $ } from "zx";
import { withFileLock } from "./file-lock.ts";

export interface CertificateOptions {
  /** How long a new certificate is good, 1 to 3,650 days. Default 365. */
  readonly days?: number;
  /** What the node may act as, such as `bank`: the organizational unit (OU) of its subject. */
  readonly role?: string;
  /** Makes new ones also where the present ones are good. Default false. */
  readonly renew?: boolean;
  /** Makes certificates whose time is over, to see them refused. Default false. */
  readonly expired?: boolean;
}

export class MissingProgramError extends Error {
  override readonly name = "MissingProgramError";
}

const dayMs = 24 * 60 * 60 * 1000;
const lockTimeoutMs = 30_000;
const authorityDays = 3650;
const authoritySubject = "/O=Proctor/CN=Proctor CA";

/** Whether certificates can bear this name: letters, digits and single hyphens, 63 at most. */
export function isCertificateName(name: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/i.test(name) && name.length <= 63 && name !== "ca";
}

/**
 * Makes `ca.pem` and `ca.key`, and for each name `<name>.pem` and `<name>.key`: keys on the curve
 * P-256 that only their owner can read, certificates for the name, `localhost` and `127.0.0.1`
 * that serve for both ends of a connection. Keeps those that are right and have more than a third
 * of their time left. Safe when called twice at once, also by two processes.
 * @returns what was made anew, `ca` among it
 * @throws RangeError on a name, a role or days that can't be
 * @throws MissingProgramError without openssl
 */
export async function ensureCertificates(
  directory: string,
  names: readonly string[],
  options: CertificateOptions = {},
): Promise<string[]> {
  const { days = 365, role, renew = false, expired = false } = options;
  for (const name of [...names, ...(role === undefined ? [] : [role])]) {
    if (!isCertificateName(name)) throw new RangeError(`${JSON.stringify(name)} can't be a name`);
  }
  if (!Number.isInteger(days) || days < 1 || days > 3650) {
    throw new RangeError(`${days} days: must be a whole number from 1 to 3650`);
  }
  return alone(directory, async () => {
    const made: string[] = [];
    let authority = await readPair(directory, "ca");
    if (authority === undefined || remainingMs(authority) < days * dayMs) {
      await makeAuthority(directory, Math.max(authorityDays, 2 * days));
      made.push("ca");
      authority = await readPair(directory, "ca");
    }
    for (const name of new Set(names)) {
      const present = await readPair(directory, name);
      const isKept = present !== undefined && isGood(present, authority, name, role);
      if (isKept && !renew && !expired) continue;
      await makeCertificate(directory, name, role, expired ? -1 : days);
      made.push(name);
    }
    return made;
  });
}

/**
 * Makes a new authority, which signs from now on; `ca.pem` holds it together with the older ones,
 * so that certificates of both are trusted until all nodes have new ones.
 */
export async function rotateAuthority(directory: string): Promise<void> {
  await alone(directory, async () => {
    const bundle = join(directory, "ca.pem");
    const older = await Bun.file(bundle).text();
    await makeAuthority(directory, authorityDays, older);
  });
}

/** Ends the trust in all authorities but the one that signs. */
export async function dropOldAuthorities(directory: string): Promise<void> {
  await alone(directory, async () => {
    const bundle = join(directory, "ca.pem");
    const [newest = ""] = (await Bun.file(bundle).text()).split(/(?<=-----END CERTIFICATE-----\n)/);
    await Bun.write(`${bundle}.new`, newest);
    await rename(`${bundle}.new`, bundle);
  });
}

/** A certificate with its key and the authorities, as `tls.connect` takes them. */
export async function certificateFiles(directory: string, name: string) {
  const read = (file: string) => Bun.file(join(directory, file)).text();
  return {
    ca: await read("ca.pem"),
    cert: await read(`${name}.pem`),
    key: await read(`${name}.key`),
  };
}

/** Nobody else changes the directory meanwhile. @throws MissingProgramError without openssl */
async function alone<Result>(directory: string, act: () => Promise<Result>): Promise<Result> {
  if (Bun.which("openssl") === null) {
    throw new MissingProgramError("openssl is not on the PATH; install it to make certificates");
  }
  await mkdir(directory, { recursive: true });
  return withFileLock(join(directory, ".lock"), lockTimeoutMs, act);
}

/** A certificate whose private key lies beside it, or undefined when either is not right. */
async function readPair(directory: string, name: string): Promise<X509Certificate | undefined> {
  try {
    const certificate = new X509Certificate(await Bun.file(join(directory, `${name}.pem`)).text());
    const key = createPrivateKey(await Bun.file(join(directory, `${name}.key`)).text());
    return certificate.checkPrivateKey(key) ? certificate : undefined;
  } catch {
    return undefined;
  }
}

const remainingMs = (certificate: X509Certificate): number =>
  Date.parse(certificate.validTo) - Date.now();

function isGood(
  certificate: X509Certificate,
  authority: X509Certificate | undefined,
  name: string,
  role: string | undefined,
): boolean {
  const lifetimeMs = Date.parse(certificate.validTo) - Date.parse(certificate.validFrom);
  return (
    authority !== undefined &&
    certificate.verify(authority.publicKey) &&
    certificate.subject === subjectOf(name, role).slice(1).replaceAll("/", "\n") &&
    certificate.checkHost(name) !== undefined &&
    remainingMs(certificate) > lifetimeMs / 3
  );
}

const subjectOf = (name: string, role: string | undefined): string =>
  `/O=Proctor${role === undefined ? "" : `/OU=${role}`}/CN=${name}`;

/** What is new takes shape in here, so that each file appears at once and whole. */
const workshop = ".new";

/** @param older certificates that stay trusted */
async function makeAuthority(directory: string, days: number, older = ""): Promise<void> {
  const openssl = await openWorkshop(directory, "ca");
  await openssl`openssl req -x509 -config extensions -extensions authority -sha256 -days ${days} \
    -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj ${authoritySubject} \
    -keyout ca.key -out ca.pem`;
  await appendFile(join(directory, workshop, "ca.pem"), older);
  await publish(directory, "ca");
}

async function makeCertificate(
  directory: string,
  name: string,
  role: string | undefined,
  days: number,
): Promise<void> {
  const openssl = await openWorkshop(directory, name);
  const serial = `0x${crypto.randomUUID().replaceAll("-", "")}`;
  await openssl`openssl req -new -config extensions -newkey ec -nodes \
    -pkeyopt ec_paramgen_curve:prime256v1 -subj ${subjectOf(name, role)} \
    -keyout ${name}.key -out request`;
  await openssl`openssl x509 -req -in request -extfile extensions -extensions node -sha256 \
    -days ${days} -CA ../ca.pem -CAkey ../ca.key -set_serial ${serial} -out ${name}.pem`;
  await publish(directory, name);
}

/** An empty workshop with openssl's settings in it, and the shell that works there. */
async function openWorkshop(directory: string, name: string) {
  const cwd = join(directory, workshop);
  await rm(cwd, { recursive: true, force: true });
  await mkdir(cwd, { mode: 0o700 });
  await Bun.write(join(cwd, "extensions"), extensions(name));
  return $({ cwd, quiet: true, prefix: "set -eu; umask 077; " });
}

/** The key goes first: a crash in between leaves a pair that does not match, and is made again. */
async function publish(directory: string, name: string): Promise<void> {
  for (const file of [`${name}.key`, `${name}.pem`]) {
    await rename(join(directory, workshop, file), join(directory, file));
  }
  await rm(join(directory, workshop), { recursive: true });
}

/** Extensions of RFC 5280, section 4.2, in openssl's notation. */
const extensions = (name: string): string => `
[req]
distinguished_name = subject
[subject]
[authority]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[node]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth, clientAuth
subjectAltName = DNS:${name}, DNS:localhost, IP:127.0.0.1
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;
