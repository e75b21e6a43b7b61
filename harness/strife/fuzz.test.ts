import { expect, test } from "bun:test";
import { seededRandom } from "../../nodes/host/random.ts";
import { until } from "../../nodes/host/test-support.ts";
import { Bank } from "../../nodes/strife/protocol.ts";
import { Town } from "../../nodes/strife/testing/town.ts";
import { isAtRest } from "../check/payments.ts";
import { certificateFiles, ensureCertificates } from "../kit/certificates.ts";
import { faultsAmong, fuzzGateway } from "./fuzz.ts";
import { readLedger } from "./read-ledger.ts";

/** Everybody shows certificates, which openssl makes. */
const hasOpenssl = Bun.which("openssl") !== null;
const seed = 20;
/** `bun run harness/strife.ts --fuzz 10000` sends more. */
const count = 1_500;

async function ledgersOf(town: Town) {
  const auditor = town.host("auditor", "gateway");
  return await Promise.all(
    ["north", "south"].map((bank) =>
      readLedger(bank, auditor.connect(Bank, town.address(bank)).audit({})),
    ),
  );
}

const nonsense = `${count} random messages move no money and stop nobody (seed ${seed})`;

test.if(hasOpenssl)(
  nonsense,
  async () => {
    await using town = await Town.open(ensureCertificates);
    const alice = await town.loggedIn("alice");
    const before = await ledgersOf(town);
    const target = {
      address: town.address("gateway"),
      certificate: await certificateFiles(town.certificates, "alice"),
      token: alice.options.metadata.authorization.replace("Bearer ", ""),
      own: "north/1",
      other: "south/2",
    };
    const answers = await fuzzGateway(target, seededRandom(seed, "fuzz"), count);
    expect(faultsAmong(answers)).toEqual([]);
    for (const usual of ["OK", "not decodable", "INVALID_ARGUMENT", "PERMISSION_DENIED"]) {
      expect([usual, (answers.get(usual) ?? 0) > 0]).toEqual([usual, true]);
    }
    await until(async () => isAtRest(await ledgersOf(town)));
    const after = await ledgersOf(town);
    expect(after.map(({ accounts }) => accounts)).toEqual(before.map(({ accounts }) => accounts));
    expect((await alice.pay("north/1", "south/2", "1")).state).toBe("paid");
  },
  60_000,
);
