/** How the flow of a run ended. */
export type Ending =
  | { readonly how: "finished" | "timeout" | "interrupted" }
  | { readonly how: "failed"; readonly error: unknown };

/** The longest time that a timer takes: 24 days. */
const forEverMs = 2 ** 31 - 1;

/**
 * Watches over the one run of this process: it ends when its flow does, when its time is over, or
 * at SIGINT or SIGTERM, whatever comes first. An error that nobody caught counts as the flow's.
 */
export class RunWatch {
  readonly #abort = new AbortController();
  readonly #ended = Promise.withResolvers<Ending>();
  #timer: Timer | undefined;

  /** Aborted when the run ends otherwise than by the good end of its flow. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Never rejects. A flow that goes on after the end is not waited for. */
  async watch(flow: () => Promise<void>, timeoutMs: number): Promise<Ending> {
    const interrupt = () => this.#end({ how: "interrupted" });
    const fail = (error: unknown) => this.#end({ how: "failed", error });
    this.#limit(timeoutMs);
    process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
    // These stay: what a flow leaves behind may fail while the run is wound up, and is no verdict.
    process.on("uncaughtException", fail).on("unhandledRejection", fail);
    try {
      const finished = flow().then(
        (): Ending => ({ how: "finished" }),
        (error: unknown): Ending => ({ how: "failed", error }),
      );
      const ending = await Promise.race([finished, this.#ended.promise]);
      if (ending.how !== "finished") this.#abort.abort();
      return ending;
    } finally {
      clearTimeout(this.#timer);
      process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    }
  }

  /** Lifts the time limit and waits for a signal, for commands that serve until Ctrl-C. */
  async untilInterrupted(): Promise<void> {
    this.#limit(forEverMs);
    await new Promise((resolve) => this.signal.addEventListener("abort", resolve));
  }

  #limit(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end({ how: "timeout" }), milliseconds);
  }

  #end(ending: Ending): void {
    this.#ended.resolve(ending);
  }
}
