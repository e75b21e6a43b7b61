/**
 * Makes a certificate authority and one certificate a node with openssl, for mutual TLS. What is
 * there and good is kept. Ends with exit 0 when all that was asked for is there, 64 on a name or
 * flag that can't be, 69 without openssl.
 * Copy: `bun scripts/certs.ts --role bank bank-1 bank-2`
 */
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import {
  dropOldAuthorities,
  ensureCertificates,
  isCertificateName,
  MissingProgramError,
  rotateAuthority,
} from "../harness/kit/certificates.ts";

function parseName(name: string): string {
  if (isCertificateName(name)) return name;
  throw new InvalidArgumentError("Must be letters, digits and single hyphens, and not `ca`.");
}

function parseDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 3650) return days;
  throw new InvalidArgumentError("Must be a whole number from 1 to 3650.");
}

interface Flags {
  readonly directory: string;
  readonly days: number;
  readonly role?: string;
  readonly renew?: boolean;
  readonly rotate?: boolean;
  readonly dropOld?: boolean;
}

const command = new Command("bun scripts/certs.ts")
  .description("Makes a certificate authority and one certificate a node, for mutual TLS.")
  .argument("<names...>", "the nodes, such as r1", (name, names: string[] = []) => [
    ...names,
    parseName(name),
  ])
  .option("--directory <directory>", "where they go", "certs")
  .option("--days <days>", "how many days a new one is good", parseDays, 365)
  .option("--role <role>", "what these nodes may act as: the OU of their subject", parseName)
  .option("--renew", "make new ones also where the present ones are good; running nodes take them")
  .option("--rotate", "make a new authority first; the old one stays trusted beside it")
  .option("--drop-old", "end the trust in old authorities, once all nodes have new certificates")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 64))
  .action(async (names: string[], { directory, rotate, dropOld, ...options }: Flags) => {
    if (rotate) await rotateAuthority(directory);
    const made = await ensureCertificates(directory, names, options);
    if (dropOld) await dropOldAuthorities(directory);
    for (const name of new Set(["ca", ...names])) {
      const state = made.includes(name) ? "made" : "kept";
      console.log(`${state} ${join(directory, `${name}.pem`)}`);
    }
  });

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof MissingProgramError)) throw error;
  console.error(error.message);
  process.exitCode = 69;
}
