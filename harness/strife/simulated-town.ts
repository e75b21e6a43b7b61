/** The town of the simulation: two banks, two users with queues, one look at the ledgers. */
import type { Passwords } from "../../nodes/host/passwords.ts";
import type { SetUp } from "../../nodes/strife/setup.ts";

export const simulatedBanks = ["north", "south"] as const;

/** Hashes that cost nothing: the simulation is about payments. */
export const plainPasswords: Passwords = {
  hash: async (password) => `$argon2id$${password}`,
  verify: async (password, hash) => hash === `$argon2id$${password}`,
};

/** Clients are called c1, c2, …; each has an account at each bank. */
export const simulatedClients = 4;

/** Small enough that payments run out of money now and then. */
const opening = 100;

export const setUp: SetUp = {
  users: names().map((name) => ({
    name,
    passwordHash: `$argon2id$${passwordOf(name)}`,
    role: "client" as const,
  })),
  accounts: names().flatMap((owner) =>
    simulatedBanks.map((bank) => ({ bank, number: owner, owner, balance: opening })),
  ),
};

export function passwordOf(name: string): string {
  return `${name}-secret`;
}

/** What certificates say that these names may act as. */
export function roleOf(id: string): string {
  if (id === "gateway" || id === "harness") return "gateway";
  return simulatedBanks.some((bank) => bank === id) ? "bank" : "client";
}

export const addresses = {
  gateway: "gateway:7000",
  banks: new Map(simulatedBanks.map((bank) => [bank as string, `${bank}:7000`])),
};

function names(): string[] {
  return Array.from({ length: simulatedClients }, (_, index) => `c${index + 1}`);
}
