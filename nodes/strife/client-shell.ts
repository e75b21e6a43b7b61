/** The client that stays: takes commands from stdin, and sends what waits by itself. */
import { type Flags, UsageError } from "../host/flags.ts";
import { RpcError } from "../host/rpc-error.ts";
import type { ClientContext } from "../host/run-client.ts";
import type { Payer } from "./payer.ts";

/** Does one command. @param password where the command takes one, else empty */
export type Act = (words: readonly string[], password: string) => Promise<number>;

/** These take a password, from the next line of stdin. */
export const passwordCommands: ReadonlySet<string> = new Set(["login", "register", "add-user"]);

export class Shell {
  readonly #context: ClientContext<Flags>;
  readonly #payer: Payer;
  readonly #act: Act;
  /** What is done with the next line, which is a password. */
  #onPassword: ((password: string) => Promise<unknown>) | undefined;

  constructor(context: ClientContext<Flags>, payer: Payer, act: Act) {
    this.#context = context;
    this.#payer = payer;
    this.#act = act;
  }

  /** Until `exit` or the end of stdin. @returns the exit code */
  async run(): Promise<number> {
    void this.#payer.keepSending();
    if (this.#payer.needsLogIn && this.#payer.waiting.length > 0) this.askToLogIn();
    for await (const line of this.#context.inputLines()) {
      const words = line.trim().split(/\s+/);
      const onPassword = this.#onPassword;
      if (onPassword !== undefined) {
        this.#onPassword = undefined;
        this.#context.endSecret();
        await this.#explain(() => onPassword(line));
      } else if (words[0] === "exit") break;
      else if (words[0] !== "") await this.#explain(() => this.#command(words));
    }
    return 0;
  }

  /** The session has ended. @param andThen what it was needed for, besides what waits */
  askToLogIn(andThen: () => Promise<unknown> = async () => {}): void {
    if (this.#onPassword !== undefined) return;
    const { id } = this.#context.host;
    const waiting = this.#payer.waiting.length;
    const what = waiting === 0 ? "" : `, and payments wait: ${waiting}`;
    this.#ask(`Log in again: there is no session${what}. Password of ${id}: `, async (password) => {
      await this.#act(["login"], password);
      await andThen();
      await this.#payer.sendAll();
    });
  }

  async #command(words: readonly string[]): Promise<void> {
    const [command = ""] = words;
    if (command === "shell") return;
    if (passwordCommands.has(command)) {
      this.#ask("password: ", (password) => this.#act(words, password));
      return;
    }
    try {
      await this.#act(words, "");
    } catch (error) {
      if (!(error instanceof RpcError && error.code === "UNAUTHENTICATED")) throw error;
      this.askToLogIn(() => this.#act(words, ""));
    }
    if (this.#payer.needsLogIn && this.#payer.waiting.length > 0) this.askToLogIn();
  }

  #ask(prompt: string, onPassword: (password: string) => Promise<unknown>): void {
    this.#onPassword = onPassword;
    this.#context.beginSecret(prompt);
  }

  /** A mistake is one sentence, and the next command goes on. */
  async #explain(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof RpcError || error instanceof UsageError)) throw error;
      this.#context.print(error.message);
    }
  }
}
