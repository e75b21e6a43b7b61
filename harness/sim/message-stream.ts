/** The answer of a server-streaming call as its caller reads it. */
import type { RpcError } from "../../nodes/host/rpc-error.ts";
import type { CallObserver } from "./client-call.ts";

type Waiting = {
  readonly resolve: (result: IteratorResult<object, undefined>) => void;
  readonly reject: (error: RpcError) => void;
};

/** Calls when it is first read, as a generator would. */
export class MessageStream implements AsyncIterableIterator<object, undefined>, CallObserver {
  private cancel: (() => void) | undefined;
  /** The flow control of the sender bounds it. */
  private readonly arrived: object[] = [];
  private waiting: Waiting | undefined;
  private ended = false;
  private error: RpcError | undefined;

  private readonly begin: (observer: CallObserver) => () => void;

  constructor(begin: (observer: CallObserver) => () => void) {
    this.begin = begin;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<object, undefined>> {
    this.cancel ??= this.begin(this);
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.serve();
    });
  }

  async return(): Promise<IteratorResult<object, undefined>> {
    this.cancel?.();
    return { done: true, value: undefined };
  }

  message(message: object): void {
    this.arrived.push(message);
    this.serve();
  }

  end(error: RpcError | undefined): void {
    this.ended = true;
    this.error = error;
    this.serve();
  }

  /** Gives the one who waits what there is. */
  private serve(): void {
    const { waiting } = this;
    if (waiting === undefined) return;
    const message = this.arrived.shift();
    if (message === undefined && !this.ended) return;
    this.waiting = undefined;
    if (message !== undefined) waiting.resolve({ done: false, value: message });
    else if (this.error !== undefined) waiting.reject(this.error);
    else waiting.resolve({ done: true, value: undefined });
  }
}
