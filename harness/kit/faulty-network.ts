import type { CallFault, CallFaultKind, ProxiedCall, Traffic } from "./proxied-call.ts";
import { NodeProxy } from "./proxy.ts";

/** Which calls a fault strikes. What is left out fits any call. */
export interface CallRule extends CallFault {
  /** Such as `Replicate`. */
  readonly method?: string;
  readonly from?: string;
  readonly to?: string;
  /** The first one to be struck among the calls that fit, counted from 1. */
  readonly nth: number;
  /** Strikes each so many further ones as well; only the `nth` when it is left out. */
  readonly every?: number;
}

/** Messages that are lost, as `[sender, receiver]` by the ids of nodes. */
export type Blocked = readonly (readonly [from: string, to: string])[];

/** Ends a fault. */
export type Heal = () => void;

/** A call fault, or `partition`. */
export type NetworkFaultKind = CallFaultKind | "partition";

/** Told of each call that a fault strikes. */
export type OnStrike = (kind: NetworkFaultKind, call: ProxiedCall) => void;

interface Watcher {
  readonly fits: (call: ProxiedCall) => boolean;
  readonly seen: () => void;
}

/** A proxy in front of every node, and the faults that are at work between them. */
export class FaultyNetwork implements Traffic {
  readonly #onStrike: OnStrike;
  readonly #proxies = new Map<string, NodeProxy>();
  readonly #rules = new Map<CallRule, { fitting: number }>();
  readonly #blocked = new Set<Blocked>();
  /** Calls that a partition has struck, so that each counts once. */
  readonly #cutOff = new WeakSet<ProxiedCall>();
  readonly #inFlight = new Set<ProxiedCall>();
  readonly #watchers = new Set<Watcher>();

  constructor(onStrike: OnStrike) {
    this.#onStrike = onStrike;
  }

  /** Puts a proxy in front of a node that is still to be started; its address is for the others. */
  async place(id: string): Promise<NodeProxy> {
    if (this.#proxies.has(id)) throw new Error(`there is a proxy in front of ${id} already`);
    const proxy = await NodeProxy.start(id, this);
    this.#proxies.set(id, proxy);
    return proxy;
  }

  close(): void {
    for (const proxy of this.#proxies.values()) proxy.close();
  }

  /** Strikes calls from now on. Of several rules that fit a call, the oldest one counts. */
  strike(rule: CallRule): Heal {
    this.#rules.set(rule, { fitting: 0 });
    return () => this.#rules.delete(rule);
  }

  /** Loses messages, also the answers to calls that are in flight now. */
  block(pairs: Blocked): Heal {
    this.#blocked.add(pairs);
    return () => this.#blocked.delete(pairs);
  }

  /** Calls that a node makes or serves and that are not answered yet. */
  inFlightAt(id: string): ProxiedCall[] {
    return [...this.#inFlight].filter(({ from, to }) => from === id || to === id);
  }

  /** Resolves at the start of the next call of a method to a node; false when the time is over. */
  async untilCalled(to: string, method: string, timeoutMs: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const fits = (call: ProxiedCall) => call.to === to && call.method === method;
    const watcher: Watcher = { fits, seen: () => resolve(true) };
    this.#watchers.add(watcher);
    const timer = setTimeout(resolve, timeoutMs, false);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#watchers.delete(watcher);
    }
  }

  faultOf(call: ProxiedCall): CallFault | undefined {
    let fault: CallRule | undefined;
    for (const [rule, count] of this.#rules) {
      if (!fits(rule, call)) continue;
      count.fitting += 1;
      if (isStruck(rule, count.fitting)) fault ??= rule;
    }
    if (fault !== undefined) this.#onStrike(fault.kind, call);
    return fault;
  }

  passes(call: ProxiedCall, message: "request" | "reply"): boolean {
    const [sender, receiver] = message === "request" ? [call.from, call.to] : [call.to, call.from];
    for (const pairs of this.#blocked) {
      if (!pairs.some(([from, to]) => from === sender && to === receiver)) continue;
      if (!this.#cutOff.has(call)) this.#onStrike("partition", call);
      this.#cutOff.add(call);
      return false;
    }
    return true;
  }

  began(call: ProxiedCall): void {
    this.#inFlight.add(call);
    for (const watcher of this.#watchers) if (watcher.fits(call)) watcher.seen();
  }

  ended(call: ProxiedCall): void {
    this.#inFlight.delete(call);
  }
}

function fits(rule: CallRule, { method, from, to }: ProxiedCall): boolean {
  return (
    (rule.method ?? method) === method && (rule.from ?? from) === from && (rule.to ?? to) === to
  );
}

function isStruck({ nth, every }: CallRule, number: number): boolean {
  if (every === undefined || number < nth) return number === nth;
  return (number - nth) % every === 0;
}
