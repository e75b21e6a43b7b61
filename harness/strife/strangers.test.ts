import { expect, test } from "bun:test";
import { join } from "node:path";
import { Town } from "../../nodes/strife/testing/town.ts";
import { ensureCertificates } from "../kit/certificates.ts";
import { bankDoor, gatewayDoor, tryStrangers } from "./strangers.ts";

/** Everybody shows certificates, which openssl makes. */
const hasOpenssl = Bun.which("openssl") !== null;

test.if(hasOpenssl)(
  "of 200 tries of each kind of stranger none is let in",
  async () => {
    await using town = await Town.open(ensureCertificates);
    const doors = [
      gatewayDoor(town.address("gateway"), "north", "alice"),
      bankDoor(town.address("north"), "gateway", "alice"),
    ];
    const scratch = join(town.folder, "scratch");
    const { rows, check } = await tryStrangers(doors, town.certificates, scratch, 200);
    expect(rows.map(([door, what, , answers]) => `${door}, ${what}: ${answers}`)).toEqual(
      ["gateway", "bank"].flatMap((door) => [
        `${door}, no certificate: 200 refused`,
        `${door}, a foreign authority's: 200 refused`,
        `${door}, one that has expired: 200 refused`,
        `${door}, TLS 1.1: 200 refused`,
        `${door}, plaintext: 200 refused`,
        `${door}, another role's: 200 PERMISSION_DENIED`,
      ]),
    );
    expect(check.verdict).toBe("PASS");
  },
  30_000,
);
