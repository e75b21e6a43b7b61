/** What one bank holds: accounts, and the transactions on which it has voted. Durable. */
import type { AuditedAccount } from "../../proto/types/proctor/strife/v1/AuditedAccount.ts";
import type { AuditedTransaction } from "../../proto/types/proctor/strife/v1/AuditedTransaction.ts";
import type { Clock, Database, Host } from "../host/host.ts";
import { RpcError } from "../host/rpc-error.ts";
import { forgetSome, horizonAt } from "./forgetting.ts";
import { largestBalance } from "./money.ts";
import {
  type Effect,
  onAbort,
  onCommit,
  onPrepare,
  type Phase,
  type Step,
  votesYes,
} from "./participant.ts";

/** What a transaction does here; one side is empty where another bank holds that account. */
export interface Transfer {
  readonly transaction: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: number;
}

export type Refusal = "NONE" | "NO_FUNDS" | "NO_ACCOUNT" | "TOO_MUCH" | "ALREADY_ABORTED";

export interface VoteCast {
  readonly vote: "YES" | "NO";
  readonly refusal: Refusal;
}

export interface AccountRow {
  readonly owner: string;
  readonly balance: number;
  /** Reserved for debits that are prepared. */
  readonly held: number;
  /** What prepared credits would add. */
  readonly incoming: number;
}

interface TransferRow extends Omit<Transfer, "transaction"> {
  readonly phase: Phase;
  readonly refusal: Refusal;
}

export interface InDoubt {
  readonly transaction: string;
  readonly gateway: string;
}

// A balance can't be negative, nor less than what is held, whatever the code above does.
const tables = [
  `CREATE TABLE IF NOT EXISTS account (number TEXT PRIMARY KEY, owner TEXT NOT NULL,
     opening INTEGER NOT NULL, balance INTEGER NOT NULL, held INTEGER NOT NULL DEFAULT 0,
     incoming INTEGER NOT NULL DEFAULT 0, forgotten INTEGER NOT NULL DEFAULT 0,
     CHECK (held >= 0 AND balance >= held AND incoming >= 0)) WITHOUT ROWID`,
  `CREATE TABLE IF NOT EXISTS transfer (id TEXT PRIMARY KEY, debit TEXT NOT NULL,
     credit TEXT NOT NULL, amount INTEGER NOT NULL, phase TEXT NOT NULL, refusal TEXT NOT NULL,
     gateway TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE INDEX IF NOT EXISTS in_doubt ON transfer (id) WHERE phase = 'prepared'`,
  `CREATE TABLE IF NOT EXISTS gateway (name TEXT PRIMARY KEY, coordinators TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS loaded (once INTEGER PRIMARY KEY)`,
  `CREATE TABLE IF NOT EXISTS forgotten (once INTEGER PRIMARY KEY, horizon TEXT NOT NULL)`,
];

export class Ledger {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #inDoubt = new Map<string, InDoubt>();
  /** Before it all that is finished has been forgotten. It never goes back. */
  #horizon: string;
  /** By the gateway. */
  readonly #coordinators = new Map<string, readonly string[]>();

  private constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
    const [known] = database.all<{ horizon: string }>("SELECT horizon FROM forgotten");
    this.#horizon = known?.horizon ?? "";
  }

  static async open(host: Host): Promise<Ledger> {
    const database = await host.disk.openDatabase("ledger.sqlite");
    for (const table of tables) database.run(table);
    const ledger = new Ledger(database, host.clock);
    const prepared = database.all<InDoubt>(
      "SELECT id AS 'transaction', gateway FROM transfer WHERE phase = 'prepared'",
    );
    for (const each of prepared) ledger.#inDoubt.set(each.transaction, each);
    const gateways = database.all<{ name: string; coordinators: string }>("SELECT * FROM gateway");
    for (const { name, coordinators } of gateways)
      ledger.#coordinators.set(name, JSON.parse(coordinators));
    return ledger;
  }

  /** Prepared and not decided, with who knows. */
  get inDoubt(): readonly InDoubt[] {
    return [...this.#inDoubt.values()];
  }

  /** Loads the initial accounts, once in the bank's life. */
  async load(accounts: readonly { number: string; owner: string; balance: number }[]) {
    await this.#database.commit(() => {
      if (this.#database.all("SELECT 1 FROM loaded").length > 0) return;
      this.#database.run("INSERT INTO loaded VALUES (1)");
      for (const { number, owner, balance } of accounts) this.#open(number, owner, balance);
    });
  }

  /** @throws RpcError ALREADY_EXISTS when it is there with another owner or opening balance */
  async openAccount(number: string, owner: string, balance: number): Promise<void> {
    await this.#database.commit(() => {
      const [known] = this.#database.all<{ owner: string; opening: number }>(
        "SELECT owner, opening FROM account WHERE number = ?",
        number,
      );
      if (known === undefined) this.#open(number, owner, balance);
      else if (known.owner !== owner || known.opening !== balance) {
        throw new RpcError("ALREADY_EXISTS", `there is an account ${number} already`);
      }
    });
  }

  account(number: string): AccountRow | undefined {
    return this.#database.all<AccountRow>(
      "SELECT owner, balance, held, incoming FROM account WHERE number = ?",
      number,
    )[0];
  }

  /** The vote, durable when resolved. */
  prepare(transfer: Transfer, gateway: string): Promise<VoteCast> {
    return this.#database.commit(() => {
      const { transaction, debit, credit, amount } = transfer;
      const known = this.#find(transaction);
      if (known === undefined && transaction < this.#horizon) {
        return { vote: "NO", refusal: "ALREADY_ABORTED" };
      }
      let refusal: Refusal = known?.refusal ?? "NONE";
      const step = onPrepare(known?.phase ?? "working", () => {
        refusal = this.#refusalOf(transfer);
        return refusal === "NONE";
      });
      if (known === undefined) {
        this.#database.run(
          "INSERT INTO transfer VALUES (?, ?, ?, ?, ?, ?, ?)",
          ...[transaction, debit, credit, amount, step.phase, refusal, gateway],
        );
        this.#take(step.effect, transfer);
        if (step.phase === "prepared") this.#inDoubt.set(transaction, { transaction, gateway });
      }
      if (votesYes(step.phase)) return { vote: "YES", refusal: "NONE" };
      // A Yes that was aborted since says nothing about the payment itself.
      return { vote: "NO", refusal: refusal === "NONE" ? "ALREADY_ABORTED" : refusal };
    });
  }

  /** Durable when resolved. @throws RpcError FAILED_PRECONDITION when this bank voted No */
  commit(transaction: string): Promise<void> {
    return this.#decide(transaction, "", onCommit);
  }

  /** Durable when resolved. @throws RpcError FAILED_PRECONDITION when this bank has committed */
  abort(transaction: string, gateway: string): Promise<void> {
    return this.#decide(transaction, gateway, onAbort);
  }

  /** Who knows what became of a gateway's transactions: `host:port`, the gateway itself first. */
  coordinatorsOf(gateway: string): readonly string[] {
    return this.#coordinators.get(gateway) ?? [];
  }

  /** Durable when resolved, if it is new. */
  async noteCoordinators(gateway: string, addresses: readonly string[]): Promise<void> {
    const text = JSON.stringify(addresses);
    if (JSON.stringify(this.coordinatorsOf(gateway)) === text) return;
    await this.#database.commit(() =>
      this.#database.run("INSERT OR REPLACE INTO gateway VALUES (?, ?)", gateway, text),
    );
    this.#coordinators.set(gateway, addresses);
  }

  /** Forgets what was finished so long ago that nobody can send it any more. */
  async forgetFinished(): Promise<void> {
    const horizon = horizonAt(this.#clock.wallMs());
    // A few at a time, so that payments go on in between.
    while ((await this.#database.commit(() => this.#forgetBefore(horizon))) > 0);
  }

  audit(): { accounts: AuditedAccount[]; transactions: AuditedTransaction[] } {
    return {
      accounts: this.#database.all(
        `SELECT number AS account, owner, opening, balance, held, forgotten
         FROM account ORDER BY number`,
      ),
      transactions: this.#database
        .all<{ transaction: string; phase: Phase; refusal: Refusal; debit: string }>(
          "SELECT id AS 'transaction', debit, credit, amount, phase, refusal FROM transfer",
        )
        .map((row) => ({ ...row, votedYes: row.refusal === "NONE" })),
    };
  }

  #forgetBefore(horizon: string): number {
    if (horizon > this.#horizon) {
      this.#database.run("INSERT OR REPLACE INTO forgotten VALUES (1, ?)", horizon);
      this.#horizon = horizon;
    }
    return forgetSome(this.#database, horizon);
  }

  #open(number: string, owner: string, balance: number): void {
    this.#database.run(
      "INSERT INTO account (number, owner, opening, balance) VALUES (?, ?, ?, ?)",
      ...[number, owner, balance, balance],
    );
  }

  #find(transaction: string): TransferRow | undefined {
    return this.#database.all<TransferRow>(
      "SELECT debit, credit, amount, phase, refusal FROM transfer WHERE id = ?",
      transaction,
    )[0];
  }

  /** Why the money can't be moved, as things stand. */
  #refusalOf({ debit, credit, amount }: Transfer): Refusal {
    const payer = debit === "" ? undefined : this.account(debit);
    const payee = credit === "" ? undefined : this.account(credit);
    if ((debit !== "" && payer === undefined) || (credit !== "" && payee === undefined))
      return "NO_ACCOUNT";
    if (payer !== undefined && payer.balance - payer.held < amount) return "NO_FUNDS";
    if (payee !== undefined && payee.balance + payee.incoming + amount > largestBalance)
      return "TOO_MUCH";
    return "NONE";
  }

  #decide(
    transaction: string,
    gateway: string,
    transition: (phase: Phase) => Step | undefined,
  ): Promise<void> {
    return this.#database.commit(() => {
      const known = this.#find(transaction);
      // It was finished here: what is prepared is never forgotten, and only that can be open.
      if (known === undefined && transaction < this.#horizon) return;
      const phase = known?.phase ?? "working";
      const step = transition(phase);
      if (step === undefined) {
        const details = `transaction ${transaction} is ${phase} at this bank`;
        throw new RpcError("FAILED_PRECONDITION", details);
      }
      if (known === undefined) {
        this.#database.run(
          "INSERT INTO transfer VALUES (?, '', '', 0, ?, 'ALREADY_ABORTED', ?)",
          ...[transaction, step.phase, gateway],
        );
      } else if (step.phase !== phase) {
        this.#database.run("UPDATE transfer SET phase = ? WHERE id = ?", step.phase, transaction);
        this.#take(step.effect, { transaction, ...known });
      }
      this.#inDoubt.delete(transaction);
    });
  }

  #take(effect: Effect, { debit, credit, amount }: Transfer): void {
    if (effect === "none") return;
    const [balance, held] = { reserve: [0, 1], move: [1, -1], release: [0, -1] }[effect] as [
      number,
      number,
    ];
    if (debit !== "") {
      this.#database.run(
        "UPDATE account SET balance = balance - ?, held = held + ? WHERE number = ?",
        ...[balance * amount, held * amount, debit],
      );
    }
    if (credit !== "") {
      this.#database.run(
        "UPDATE account SET balance = balance + ?, incoming = incoming + ? WHERE number = ?",
        ...[balance * amount, held * amount, credit],
      );
    }
  }
}
