import { expect, test } from "bun:test";
import { type BankLedger, judgePayments, type PaymentEvidence } from "./payments.ts";
import { combine } from "./verdict.ts";

const transfer = {
  transaction: "t1",
  debit: "",
  credit: "",
  amount: 30n,
  phase: "committed",
  votedYes: true,
};

const north: BankLedger = {
  bank: "north",
  accounts: [{ account: "1", opening: 100n, balance: 70n, held: 0n }],
  transfers: [{ ...transfer, debit: "1" }],
};
const south: BankLedger = {
  bank: "south",
  accounts: [{ account: "2", opening: 0n, balance: 30n, held: 0n }],
  transfers: [{ ...transfer, credit: "2" }],
};

const right: PaymentEvidence = {
  ledgers: [north, south],
  earlier: [],
  answers: [
    { user: "a", key: "k1", payer: "north/1", payee: "south/2", amount: 30n, outcome: "paid" },
  ],
  payments: [{ user: "a", key: "k1", transaction: "t1", state: "committed" }],
  faultless: true,
};

const failing = (evidence: Partial<PaymentEvidence>) =>
  judgePayments({ ...right, ...evidence })
    .filter(({ verdict }) => verdict === "FAIL")
    .map(({ name }) => name.split(":")[0]);

/** South's ledger with its transfer and account as given. */
const southWith = (change: object, account: object = {}): PaymentEvidence["ledgers"] => [
  north,
  {
    ...south,
    transfers: south.transfers.map((each) => ({ ...each, ...change })),
    accounts: south.accounts.map((each) => ({ ...each, ...account })),
  },
];

test("a payment that went through raises no alarm", () => {
  expect(combine(judgePayments(right))).toBe("PASS");
});

test("each broken promise is seen by the check that is named for it", () => {
  const aborted = { phase: "aborted" };
  expect(failing({ ledgers: southWith(aborted) })).toContain("AC1");
  const other = [{ ...south, transfers: [{ ...transfer, credit: "2", phase: "aborted" }] }];
  expect(failing({ earlier: [other] })).toEqual(["AC2"]);
  expect(
    failing({ earlier: [[{ ...south, transfers: [{ ...transfer, transaction: "t9" }] }]] }),
  ).toEqual(["AC2"]);
  expect(failing({ ledgers: southWith({ votedYes: false }) })).toEqual(["AC3"]);
  expect(failing({ ledgers: [north] })).toContain("AC3");
  expect(failing({ ledgers: southWith({ phase: "prepared" }) })).toContain("AC5");
  expect(failing({ ledgers: southWith({}, { balance: 60n }) })).toEqual([
    "no money is made or lost",
    "every balance is the sum of its payments",
  ]);
  expect(failing({ ledgers: southWith({}, { held: 31n }) })).toContain(
    "no balance is negative, and holds are covered",
  );
  expect(failing({ payments: [] })).toContain("at most one debit a key");
  const refused = right.answers.map((answer) => ({ ...answer, outcome: "refused" as const }));
  expect(failing({ answers: refused })).toEqual(["what users were told is what the ledgers hold"]);
});

test("without faults an abort that all voted Yes for is seen", () => {
  const transfers = [{ ...transfer, transaction: "t2", debit: "1", credit: "9", phase: "aborted" }];
  const ledgers = [{ ...north, transfers: [...north.transfers, ...transfers] }, south];
  expect(failing({ ledgers })).toEqual(["AC4"]);
  expect(failing({ ledgers, faultless: false })).toEqual([]);
});
