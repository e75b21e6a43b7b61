/**
 * Reads the input files of the branch bank. Their quirks are taken as they are, some with a
 * warning; what is truly wrong is refused with its place before anything runs.
 */
import { readFileSync } from "node:fs";
import type { OperationName } from "../../nodes/branches/lamport.ts";
import type { Mode } from "../../nodes/branches/mode.ts";
import { UsageError } from "../../nodes/host/flags.ts";

/** One event of a customer. */
export interface BankEvent {
  /** Its `id`, or `customer-request-id`, as the file has it. */
  readonly number: number;
  readonly operation: OperationName;
  /** 0 of a query, whatever the file says. */
  readonly money: bigint;
  /** The branch that is asked. */
  readonly branch: number;
}

export interface BankCustomer {
  /** As in the file: several customers may have the same. */
  readonly id: number;
  /** In the order of the list, whatever their ids. */
  readonly events: readonly BankEvent[];
}

export interface Bank {
  readonly mode: Mode;
  readonly customers: readonly BankCustomer[];
  readonly branches: readonly number[];
  /** What the account begins with. */
  readonly balance: number;
  /** What is odd about the file, a sentence each. */
  readonly warnings: readonly string[];
}

const operations: readonly OperationName[] = ["query", "deposit", "withdraw"];

type Json = Readonly<Record<string, unknown>>;

/**
 * @param mode by default what the file looks like
 * @throws UsageError with one sentence that names the place
 */
export function readBank(file: string, mode?: Mode): Bank {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file} can't be read: ${(error as Error).message}.`);
  }
  try {
    return parseBank(text, mode);
  } catch (error) {
    if (error instanceof InputError) throw new UsageError(`${file}: ${error.message}.`);
    throw error;
  }
}

/** What is wrong with an input, and where. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** @throws InputError */
export function parseBank(text: string, mode?: Mode): Bank {
  const entries = readJson(text).map((value, place) => asObject(value, `entry ${place + 1}`));
  const warnings: string[] = [];
  const branches: { id: number; balance: number }[] = [];
  const customers: { id: number; entry: Json; where: string }[] = [];
  for (const [place, entry] of entries.entries()) {
    const where = `entry ${place + 1}`;
    const type = String(entry["type"]).toLowerCase();
    if (type !== "customer" && type !== "branch" && type !== "bank") {
      throw new InputError(
        `${where}: its type must be customer or branch, but is ${show(entry["type"])}`,
      );
    }
    const id = wholeNumber(entry["id"], `${where}: its id`);
    if (type === "customer") customers.push({ id, entry, where: `${where} (customer ${id})` });
    else branches.push(readBranch(id, entry, `${where} (branch ${id})`, branches));
  }
  const [first] = branches;
  if (first === undefined) throw new InputError("there is no branch");
  const ids = branches.map((branch) => branch.id);
  const repeated = duplicates(customers.map(({ id }) => id));
  if (repeated.length > 0) warnings.push(`several customers have the id ${repeated.join(", ")}`);
  const read = customers.map(({ id, entry, where }) => {
    const usual = branchOf(id, ids, warnings);
    const events = eventsOf(entry, where).map((value, place) =>
      readEvent(value, `${where}, event ${place + 1}`, { place, usual, ids }),
    );
    return { id, events };
  });
  warnings.push(...oddNumbers(read));
  return {
    mode: mode ?? looksLike(customers.map(({ entry }) => entry)),
    customers: read,
    branches: ids,
    balance: first.balance,
    warnings,
  };
}

function readJson(text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new InputError(`it is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(value)) throw new InputError("it must be a list of customers and branches");
  return value;
}

function readBranch(
  id: number,
  entry: Json,
  where: string,
  before: readonly { id: number; balance: number }[],
) {
  const balance = wholeNumber(entry["balance"], `${where}: its balance`);
  if (before.some((other) => other.id === id)) {
    throw new InputError(`${where}: there is a branch with this id already`);
  }
  const [first] = before;
  if (first !== undefined && first.balance !== balance) {
    const other = `branch ${first.id} with ${first.balance}`;
    throw new InputError(
      `${where}: it begins with ${balance}, but ${other}; they share one account`,
    );
  }
  return { id, balance };
}

/** The branch of the customer's own id; with fewer branches than customers they take turns. */
function branchOf(id: number, branches: readonly number[], warnings: string[]): number {
  if (branches.includes(id)) return id;
  const count = branches.length;
  const instead = branches[(((id - 1) % count) + count) % count] ?? 0;
  warnings.push(
    `there is no branch ${id}: where customer ${id} names none, it asks branch ${instead}`,
  );
  return instead;
}

function eventsOf(entry: Json, where: string): unknown[] {
  const events = entry["events"] ?? entry["customer-requests"];
  if (Array.isArray(events)) return events;
  throw new InputError(`${where}: it must have a list of events`);
}

interface EventPlace {
  readonly place: number;
  /** The branch that is asked when the event names none. */
  readonly usual: number;
  readonly ids: readonly number[];
}

function readEvent(value: unknown, where: string, { place, usual, ids }: EventPlace): BankEvent {
  const event = asObject(value, where);
  const word = String(event["interface"]).trim().toLowerCase();
  const operation = operations.find((each) => each === word);
  if (operation === undefined) {
    const given = show(event["interface"]);
    throw new InputError(
      `${where}: its interface must be query, deposit or withdraw, but is ${given}`,
    );
  }
  const named = event["branch"] ?? event["dest"];
  const branch = named === undefined ? usual : wholeNumber(named, `${where}: its branch`);
  if (!ids.includes(branch)) throw new InputError(`${where}: there is no branch ${branch}`);
  const money = operation === "query" ? 0 : wholeNumber(event["money"], `${where}: its money`);
  const id = event["customer-request-id"] ?? event["id"] ?? place + 1;
  const number = wholeNumber(id, `${where}: its id`);
  return { number, operation, money: BigInt(money), branch };
}

/** The list's order counts, not the ids. */
function oddNumbers(customers: readonly BankCustomer[]): string[] {
  const numbers = customers.flatMap(({ events }) => events.map(({ number }) => number));
  const repeated = duplicates(numbers);
  const unordered = customers.filter(({ events }) =>
    events.some(({ number }, place) => number < (events[place - 1]?.number ?? 0)),
  );
  return [
    ...(repeated.length > 0
      ? [`several events have the id ${repeated.slice(0, 10).join(", ")}; the list's order counts`]
      : []),
    ...unordered.map(({ id }) => `the events of customer ${id} are not in the order of their ids`),
  ];
}

function looksLike(customers: readonly Json[]): Mode {
  if (customers.some((entry) => Array.isArray(entry["customer-requests"]))) return "clocks";
  const events = customers.flatMap(({ events }) => (Array.isArray(events) ? events : []));
  const names = events.some((event) => event?.branch !== undefined || event?.dest !== undefined);
  return names ? "sessions" : "balance";
}

function duplicates(numbers: readonly number[]): number[] {
  const seen = new Set<number>();
  return [...new Set(numbers.filter((number) => seen.size === seen.add(number).size))];
}

function asObject(value: unknown, where: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw new InputError(`${where}: it must be an object, but is ${show(value)}`);
}

function wholeNumber(value: unknown, what: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  const given = value === undefined ? "missing" : show(value);
  throw new InputError(
    `${what} must be a whole number, 0 to ${Number.MAX_SAFE_INTEGER}, but is ${given}`,
  );
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "missing";
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
