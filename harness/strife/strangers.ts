/**
 * Who must not be let in: callers without a certificate, with a foreign, an expired or another
 * role's one, by an old version of TLS, or without TLS. Each tries many times, at the gateway and
 * at a bank.
 */
import { join } from "node:path";
import type { ConnectionOptions } from "node:tls";
import { type Check, fail, pass } from "../check/verdict.ts";
import { type BareCall, bareCall } from "../kit/bare-call.ts";
import { certificateFiles, ensureCertificates } from "../kit/certificates.ts";

export interface Door {
  readonly name: string;
  readonly address: string;
  /** A method for the role that may call here, and how that is answered with nothing in it. */
  readonly path: string;
  readonly right: { readonly name: string; readonly answer: string };
  /** A good certificate of a role that may not call this. */
  readonly wrongRole: string;
}

interface Stranger {
  readonly what: string;
  readonly tls: ConnectionOptions | undefined;
  /** With TLS refused there is no answer at all. */
  readonly expected: "refused" | "PERMISSION_DENIED";
}

export interface Tries {
  /** What was tried where, how often, and how it was answered. */
  readonly rows: string[][];
  readonly check: Check;
}

/** Connections that are tried at once. */
const atOnce = 20;

export function gatewayDoor(address: string, bank: string, client: string): Door {
  const path = "/proctor.strife.v1.Gateway/GetBalance";
  const right = { name: client, answer: "UNAUTHENTICATED" };
  return { name: "gateway", address, path, right, wrongRole: bank };
}

export function bankDoor(address: string, gateway: string, client: string): Door {
  const path = "/proctor.strife.v1.Bank/GetAccount";
  return {
    name: "bank",
    address,
    path,
    right: { name: gateway, answer: "NOT_FOUND" },
    wrongRole: client,
  };
}

/**
 * @param certificates the directory of the good ones
 * @param scratch a directory for bad ones
 */
export async function tryStrangers(
  doors: readonly Door[],
  certificates: string,
  scratch: string,
  triesEach: number,
): Promise<Tries> {
  const rows: string[][] = [];
  const wrong: string[] = [];
  for (const door of doors) {
    const known = await certificateFiles(certificates, door.right.name);
    const answer = await bareCall({ address: door.address, path: door.path, tls: known });
    if (answer !== door.right.answer) wrong.push(`the ${door.name} answers ${answer} to its own`);
    for (const { what, tls, expected } of await strangersAt(door, certificates, scratch)) {
      const found = await tryOften({ address: door.address, path: door.path, tls }, triesEach);
      rows.push([
        door.name,
        what,
        `${triesEach}`,
        [...found].map(([is, n]) => `${n} ${is}`).join(),
      ]);
      const others = [...found.keys()].filter((is) => is !== expected);
      if (others.length > 0) wrong.push(`${what} at the ${door.name}: ${others.join()}`);
    }
  }
  const name = "strangers are not let in";
  const evidence = `${rows.length * triesEach} tries of ${rows.length} kinds`;
  const [first] = wrong;
  return { rows, check: first === undefined ? pass(name, evidence) : fail(name, first) };
}

async function strangersAt(door: Door, good: string, scratch: string): Promise<Stranger[]> {
  const role = door.name === "bank" ? "gateway" : "client";
  const { name } = door.right;
  const foreign = join(scratch, "foreign");
  const expired = join(scratch, "expired");
  await ensureCertificates(foreign, [name], { role });
  // Of the same authority as the good ones.
  for (const file of ["ca.pem", "ca.key"]) {
    await Bun.write(join(expired, file), Bun.file(join(good, file)));
  }
  await ensureCertificates(expired, [name], { role, expired: true });
  const known = await certificateFiles(good, name);
  const refused = (what: string, options: ConnectionOptions | undefined): Stranger => {
    return { what, tls: options && { ...options, rejectUnauthorized: false }, expected: "refused" };
  };
  return [
    refused("no certificate", { ca: known.ca }),
    refused("a foreign authority's", await certificateFiles(foreign, name)),
    refused("one that has expired", await certificateFiles(expired, name)),
    refused("TLS 1.1", { ...known, minVersion: "TLSv1.1", maxVersion: "TLSv1.1" }),
    refused("plaintext", undefined),
    {
      what: "another role's",
      tls: await certificateFiles(good, door.wrongRole),
      expected: "PERMISSION_DENIED",
    },
  ];
}

/** How often each answer came. */
async function tryOften(call: BareCall, tries: number): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  let left = tries;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const answer = await bareCall(call);
      found.set(answer, (found.get(answer) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
}
