/**
 * Lamport's clock of one process (Lamport 1978, "Time, Clocks, and the Ordering of Events in a
 * Distributed System", IR1 and IR2), and the list of the messages that it stamped. A message that
 * is sent again because its answer was lost, or that arrives twice, is the same message: it ticks
 * once.
 */

export type MessageKind = "request" | "reply" | "propagate" | "acknowledge";
export type OperationName = "query" | "deposit" | "withdraw";

export interface Message {
  readonly kind: MessageKind;
  readonly operation: OperationName;
  /** The other side: `customer 1`, `branch 2`. */
  readonly peer: string;
  /** The customer's request that it is about, unique. */
  readonly request: string;
  /** Of that request in the customer's list. */
  readonly number: number;
}

/** A message on the side of its sender or of its receiver. */
export interface MessageEvent extends Message {
  readonly sent: boolean;
  readonly clock: number;
}

export class Lamport {
  readonly events: MessageEvent[];
  readonly #enabled: boolean;
  readonly #record: (event: MessageEvent) => void;
  readonly #clocks: Map<string, number>;
  #clock: number;

  /**
   * @param enabled otherwise no message is stamped: its clock is 0
   * @param known what an earlier start of the process has stamped
   * @param record keeps an event; it must be durable before the next message leaves
   */
  constructor(
    enabled: boolean,
    known: readonly MessageEvent[] = [],
    record: (event: MessageEvent) => void = () => {},
  ) {
    this.#enabled = enabled;
    this.#record = record;
    this.events = [...known];
    this.#clocks = new Map(known.map((event) => [keyOf(event, event.sent), event.clock]));
    this.#clock = known.reduce((latest, { clock }) => Math.max(latest, clock), 0);
  }

  /** IR1 and IR2(a): ticks, and returns the time stamp that the message carries. */
  send(message: Message): number {
    return this.#stamp(message, true, 0);
  }

  /** IR2(b): the clock becomes greater than both its own time and the message's. */
  receive(message: Message, clock: number): void {
    this.#stamp(message, false, clock);
  }

  #stamp(message: Message, sent: boolean, received: number): number {
    if (!this.#enabled) return 0;
    const key = keyOf(message, sent);
    const known = this.#clocks.get(key);
    if (known !== undefined) return known;
    this.#clock = Math.max(this.#clock, received) + 1;
    const event = { ...message, sent, clock: this.#clock };
    this.#clocks.set(key, event.clock);
    this.events.push(event);
    this.#record(event);
    return event.clock;
  }
}

function keyOf({ kind, peer, request }: Message, sent: boolean): string {
  return `${sent ? "to" : "from"} ${peer}, ${kind} ${request}`;
}
