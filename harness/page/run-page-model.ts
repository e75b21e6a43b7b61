/**
 * What a run's page shows, as plain data: `read-run.ts` makes it of a run's folder, `cut-run.ts`
 * makes it small enough, `write-page.ts` puts it into the page, and `browser/` draws it. Times are
 * milliseconds on the clock of the history; for a simulated run that is the virtual clock.
 */
import type { Verdict } from "../check/verdict.ts";
import type { PackedMessages } from "./pack-messages.ts";

export interface RunPage {
  /** Such as `kv-quorum`. */
  readonly title: string;
  readonly verdict: Verdict;
  /** What was run and how to do it again: a name and a value a line. */
  readonly facts: readonly Fact[];
  readonly checks: readonly PageCheck[];
  /** From top to bottom: clients, then nodes. */
  readonly lanes: readonly Lane[];
  readonly operations: readonly PageOperation[];
  readonly messages: readonly PageMessage[];
  readonly bands: readonly Band[];
  readonly lines: readonly LogLine[];
  /** What the run showed, such as what each replica held in the end. */
  readonly output: readonly PageOutput[];
  /** Methods whose messages are hidden at first, such as heartbeats. */
  readonly hidden: readonly string[];
  /** What the page holds of time, and what there was. */
  readonly shown: Span;
  readonly whole: Span;
  /** A sentence for each thing that was left out. */
  readonly leftOut: readonly string[];
}

/** A run's page as it stands in the page. */
export type PageData = Omit<RunPage, "messages"> & { readonly messages: PackedMessages };

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export interface PageCheck {
  /** What must hold. */
  readonly name: string;
  /** What the name means, in one sentence; absent where it says it itself. */
  readonly rule?: string;
  readonly verdict: Verdict;
  readonly evidence: string;
  /** The operations that show the violation, by their `id`. */
  readonly witness: readonly number[];
}

export interface Lane {
  readonly id: string;
  readonly kind: "client" | "node";
}

export interface PageOperation {
  /** Unique in the page. */
  readonly id: number;
  readonly lane: string;
  /** The client's name as the history has it. */
  readonly process: string;
  readonly f: string;
  /** Empty where it was about everything. */
  readonly key: string;
  readonly input: string;
  /** The answer, or why there was none. */
  readonly output: string;
  /** `unknown`: it may have happened, or may still. */
  readonly outcome: "ok" | "fail" | "unknown";
  readonly from: number;
  readonly to: number;
  /** The node that was asked or that answered, if it was one. */
  readonly node?: string;
}

/** One way of a call: there, or back. */
export interface PageMessage {
  /** The same for a request and its reply. */
  readonly call: string;
  readonly from: string;
  readonly to: string;
  /** Such as `Replicate`. */
  readonly method: string;
  readonly isReply: boolean;
  /** The status of a reply, such as `OK`; empty for a request. */
  readonly status: string;
  readonly sent: number;
  /** Null when it is not known to have arrived; `lost` says more. */
  readonly arrived: number | null;
  readonly lost?: string;
  /** What was said, as far as it is known and fits. */
  readonly content: string;
}

/**
 * A time in which something was wrong: with one node or, where `lane` is null, between them. A
 * `phase` of the run begins at `from` and has no length.
 */
export interface Band extends Span {
  readonly lane: string | null;
  readonly kind: "down" | "paused" | "fault" | "phase";
  readonly text: string;
}

export interface LogLine {
  readonly lane: string;
  readonly at: number;
  readonly level: string;
  readonly text: string;
}

/** A text, or a table with its title. */
export type PageOutput =
  | string
  | {
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };
