/**
 * Judges payments between banks by what the ledgers hold and what users were told: atomic
 * commitment (Bernstein, Hadzilacos and Goodman 1987, section 7.3: AC1 to AC5), and that money is
 * neither made nor lost, nor moved twice for one key.
 */
import { type Check, fail, pass, undecided } from "./verdict.ts";

export interface LedgerAccount {
  readonly account: string;
  readonly opening: bigint;
  readonly balance: bigint;
  readonly held: bigint;
  /** What committed transactions moved that the bank need not list any more. Default 0. */
  readonly forgotten?: bigint;
}

/** One bank's part of a transaction; a side that is empty is another bank's. */
export interface LedgerTransfer {
  readonly transaction: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: bigint;
  readonly phase: string;
  readonly votedYes: boolean;
}

export interface BankLedger {
  readonly bank: string;
  readonly accounts: readonly LedgerAccount[];
  readonly transfers: readonly LedgerTransfer[];
}

/** What a user was told of a payment in the end. */
export interface PaymentAnswer {
  readonly user: string;
  readonly key: string;
  readonly payer: string;
  readonly payee: string;
  readonly amount: bigint;
  readonly outcome: "paid" | "refused" | "unknown";
}

/** What the gateway holds of a key. */
export interface KnownPayment {
  readonly user: string;
  readonly key: string;
  readonly transaction: string;
  readonly state: string;
}

export interface PaymentEvidence {
  /** After all was repaired and at rest. */
  readonly ledgers: readonly BankLedger[];
  /** Looks at the ledgers while payments were under way, in order. */
  readonly earlier: readonly (readonly BankLedger[])[];
  readonly answers: readonly PaymentAnswer[];
  readonly payments: readonly KnownPayment[];
  /** Whether nothing was broken on purpose; or while which transactions nothing was. */
  readonly faultless: boolean | ReadonlySet<string>;
}

interface Part extends LedgerTransfer {
  readonly bank: string;
}

/** All checks, in the order of a reader's questions. */
export function judgePayments(evidence: PaymentEvidence): Check[] {
  const parts = evidence.ledgers.flatMap(({ bank, transfers }) =>
    transfers.map((transfer) => ({ bank, ...transfer })),
  );
  const byTransaction = Map.groupBy(parts, ({ transaction }) => transaction);
  const checks = [
    decideAlike(byTransaction),
    neverReversed(evidence, parts),
    onlyIfAllVotedYes(byTransaction),
    allDecide(parts),
    conserved(evidence),
    neverNegative(evidence),
    addsUp(evidence),
    onceAKey(evidence, byTransaction),
    answersAgree(evidence, byTransaction),
  ];
  const { faultless } = evidence;
  if (faultless === false) return checks;
  const calm = [...byTransaction].filter(([id]) => faultless === true || faultless.has(id));
  return checks.toSpliced(3, 0, commitsWithoutFaults(new Map(calm)));
}

/** Whether nothing is prepared, with its decision still to come. */
export function isAtRest(ledgers: readonly BankLedger[]): boolean {
  return ledgers.every(({ transfers }) => transfers.every(({ phase }) => phase !== "prepared"));
}

/** The transactions that came between two looks at the ledgers. */
export function transactionsSince(
  earlier: readonly BankLedger[],
  later: readonly BankLedger[],
): Set<string> {
  const transactionsOf = (ledgers: readonly BankLedger[]) =>
    new Set(ledgers.flatMap(({ transfers }) => transfers.map(({ transaction }) => transaction)));
  return transactionsOf(later).difference(transactionsOf(earlier));
}

/** A violation with its place, or what was looked at. */
function judge(name: string, wrong: readonly string[], looked: string): Check {
  const [first] = wrong;
  if (first === undefined) return pass(name, looked);
  const more = wrong.length === 1 ? "" : ` (and ${wrong.length - 1} more)`;
  return fail(name, `${first}${more}`);
}

const describe = (parts: readonly Part[]): string =>
  parts.map(({ bank, phase, votedYes }) => `${bank} ${phase}${votedYes ? "" : " (No)"}`).join(", ");

type ByTransaction = ReadonlyMap<string, readonly Part[]>;

function decideAlike(all: ByTransaction): Check {
  const wrong = [...all].filter(([, parts]) => {
    const phases = new Set(parts.map(({ phase }) => phase));
    return phases.has("committed") && phases.has("aborted");
  });
  return judge(
    "AC1: all participants decide alike",
    wrong.map(([transaction, parts]) => `${transaction}: ${describe(parts)}`),
    `${all.size} transactions`,
  );
}

function neverReversed({ earlier }: PaymentEvidence, final: readonly Part[]): Check {
  const place = ({ bank, transaction }: Part) => `${transaction} at ${bank}`;
  const phases = new Map(final.map((part) => [place(part), part.phase]));
  let looked = 0;
  const wrong: string[] = [];
  for (const ledgers of earlier) {
    for (const { bank, transfers } of ledgers) {
      for (const transfer of transfers) {
        looked += 1;
        const part = { bank, ...transfer };
        const now = phases.get(place(part)) ?? "forgotten";
        const isFirst = transfer.phase === "prepared" && now !== "forgotten";
        if (isFirst || now === transfer.phase) continue;
        wrong.push(`${place(part)} was ${transfer.phase} and is ${now}`);
      }
    }
  }
  return judge("AC2: no participant reverses its decision", wrong, `${looked} earlier states`);
}

function onlyIfAllVotedYes(all: ByTransaction): Check {
  const committed = [...all].filter(([, parts]) =>
    parts.some(({ phase }) => phase === "committed"),
  );
  const wrong = committed.filter(([, parts]) => {
    const debits = parts.filter(({ debit }) => debit !== "");
    const credits = parts.filter(({ credit }) => credit !== "");
    const isWhole = debits.length === 1 && credits.length === 1;
    const isOne = new Set(parts.map(({ amount }) => amount)).size === 1;
    return !isWhole || !isOne || parts.some(({ votedYes }) => !votedYes);
  });
  return judge(
    "AC3: a commit has the Yes of all, for both sides",
    wrong.map(([transaction, parts]) => `${transaction}: ${describe(parts)}`),
    `${committed.length} commits`,
  );
}

function commitsWithoutFaults(all: ByTransaction): Check {
  const name = "AC4: without faults, what all voted Yes for commits";
  if (all.size === 0) return undecided(name, "there were faults all the time");
  const wrong = [...all].filter(
    ([, parts]) =>
      parts.every(({ votedYes }) => votedYes) && parts.some(({ phase }) => phase === "aborted"),
  );
  return judge(
    name,
    wrong.map(([transaction, parts]) => `${transaction}: ${describe(parts)}`),
    `${all.size} transactions`,
  );
}

function allDecide(parts: readonly Part[]): Check {
  const open = parts.filter(({ phase }) => phase === "prepared");
  return judge(
    "AC5: once all is repaired, all decide",
    open.map(({ transaction, bank }) => `${transaction} is still open at ${bank}`),
    `${parts.length} decisions`,
  );
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((one, other) => one + other, 0n);

function conserved({ ledgers, earlier }: PaymentEvidence): Check {
  const name = "no money is made or lost";
  const accounts = ledgers.flatMap((ledger) => ledger.accounts);
  if (accounts.length === 0) return undecided(name, "there is no account");
  const opened = sum(accounts.map(({ opening }) => opening));
  const held = sum(accounts.map(({ balance }) => balance));
  const looks = earlier.length === 0 ? "" : `, looked at ${earlier.length + 1} times`;
  return judge(
    name,
    opened === held ? [] : [`${opened} at first, ${held} in the end`],
    `${held} in ${accounts.length} accounts${looks}`,
  );
}

function neverNegative({ ledgers, earlier }: PaymentEvidence): Check {
  const accounts = [...earlier, ledgers].flat().flatMap((ledger) => ledger.accounts);
  const wrong = accounts.filter(({ balance, held }) => balance < 0n || held < 0n || held > balance);
  return judge(
    "no balance is negative, and holds are covered",
    wrong.map(({ account, balance, held }) => `${account} has ${balance} and holds ${held}`),
    `${accounts.length} balances`,
  );
}

function addsUp({ ledgers }: PaymentEvidence): Check {
  const wrong: string[] = [];
  let looked = 0;
  for (const { bank, accounts, transfers } of ledgers) {
    const amounts = (phase: string, side: "debit" | "credit", account: string) =>
      sum(
        transfers
          .filter((each) => each.phase === phase && each[side] === account)
          .map(({ amount }) => amount),
      );
    for (const { account, opening, balance, held, forgotten = 0n } of accounts) {
      looked += 1;
      const moved =
        forgotten +
        amounts("committed", "credit", account) -
        amounts("committed", "debit", account);
      const prepared = amounts("prepared", "debit", account);
      if (balance === opening + moved && held === prepared) continue;
      wrong.push(
        `${bank}/${account}: ${opening} and ${moved} make ${balance}, ${prepared} prepared ` +
          `hold ${held}`,
      );
    }
  }
  return judge("every balance is the sum of its payments", wrong, `${looked} accounts`);
}

function onceAKey({ payments }: PaymentEvidence, all: ByTransaction): Check {
  const keys = Map.groupBy(payments, ({ transaction }) => transaction);
  const wrong: string[] = [];
  let committed = 0;
  for (const [transaction, parts] of all) {
    if (!parts.some(({ phase }) => phase === "committed")) continue;
    committed += 1;
    const owners = keys.get(transaction)?.length ?? 0;
    if (owners !== 1) wrong.push(`${transaction} moved money for ${owners} keys`);
  }
  return judge("at most one debit a key", wrong, `${committed} debits, ${payments.length} keys`);
}

function answersAgree({ answers, payments }: PaymentEvidence, all: ByTransaction): Check {
  const name = "what users were told is what the ledgers hold";
  const known = new Map(payments.map((payment) => [`${payment.user} ${payment.key}`, payment]));
  const wrong: string[] = [];
  for (const { user, key, payer, payee, amount, outcome } of answers) {
    const parts = all.get(known.get(`${user} ${key}`)?.transaction ?? "") ?? [];
    const isPaid = parts.some(({ phase }) => phase === "committed");
    const debit = parts.find((part) => `${part.bank}/${part.debit}` === payer);
    const credit = parts.find((part) => `${part.bank}/${part.credit}` === payee);
    const isThis = debit?.amount === amount && credit?.amount === amount;
    const agrees = outcome === "unknown" || (outcome === "paid" ? isPaid && isThis : !isPaid);
    if (!agrees) wrong.push(`${user} was told ${outcome} of ${key}, and has: ${describe(parts)}`);
  }
  if (answers.length === 0) return undecided(name, "nobody was told anything");
  return judge(name, wrong, `${answers.length} answers`);
}
