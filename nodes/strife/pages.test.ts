import { expect, test } from "bun:test";
import { ensureCertificates } from "../../harness/kit/certificates.ts";
import { Bank, Gateway } from "./protocol.ts";
import { Town } from "./testing/town.ts";

const rows = 100_000;

test("an audit and the list of all keys come whole with 100,000 rows", async () => {
  await using town = await Town.open(ensureCertificates);
  for (const name of ["north", "gateway"]) await town.stop(name);
  const numbers = `WITH RECURSIVE number(n) AS
    (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${rows})`;
  const ledger = await town.host("north").disk.openDatabase("ledger.sqlite");
  ledger.run(`${numbers} INSERT INTO transfer
    SELECT printf('019b0000-0000-7000-8000-%012d', n), '1', '', 1, 'aborted', 'NONE', 'gateway'
    FROM number`);
  ledger.close();
  const payments = await town.host("gateway").disk.openDatabase("gateway.sqlite");
  payments.run(`${numbers} INSERT INTO payment
    SELECT 'alice', printf('%d', n), 'north/1', 'south/2', 1, 'f', printf('%d', n), 'aborted', NULL,
    1, 0 FROM number`);
  payments.close();
  await town.startBank("north");
  await town.startGateway();
  const auditor = town.host("gateway-auditor", "gateway");
  let audited = 0;
  const bank = auditor.connect(Bank, town.address("north"));
  for await (const { transactions } of bank.audit({}, { timeoutMs: 20_000 })) {
    audited += transactions.length;
  }
  let listed = 0;
  const gateway = auditor.connect(Gateway, town.address("gateway"));
  for await (const { keys } of gateway.listKeys({}, { timeoutMs: 20_000 })) listed += keys.length;
  expect([audited, listed]).toEqual([rows, rows]);
}, 30_000);
