/**
 * A second thread of a node, for computing that lasts: the node's own thread goes on answering
 * calls and sending heartbeats, and can end the other one even when that never comes to its end.
 */

/** Text, numbers, arrays, plain objects and shared buffers. */
type Message = unknown;

export interface Thread {
  post(message: Message): void;
  /** Ends it wherever it stands. Nothing comes from it afterwards. */
  end(): void;
}

/** What a thread tells of itself. */
export interface ThreadListener {
  message(message: Message): void;
  /** It has ended by itself: by an error that nobody caught, or by leaving the process. */
  failed(reason: string): void;
}

/**
 * @param module the URL of a module that calls `serveThread`
 */
export function startThread(module: string, listener: ThreadListener): Thread {
  const worker = new Worker(module);
  let over = false;
  const failed = (reason: string) => {
    if (over) return;
    over = true;
    worker.terminate();
    listener.failed(reason);
  };
  worker.onmessage = ({ data }) => {
    if (!over) listener.message(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    failed(event.message);
  };
  worker.addEventListener("close", () => failed("the thread was ended from within"));
  return {
    post: (message) => {
      if (!over) worker.postMessage(message);
    },
    end: () => {
      over = true;
      worker.terminate();
    },
  };
}

/** In the thread: answers each message, one after the other. */
export function serveThread(answer: (message: Message) => Promise<Message>): void {
  const scope = globalThis as unknown as Worker;
  scope.onmessage = async ({ data }) => scope.postMessage(await answer(data));
}

/**
 * Makes what a thread does last longer, on purpose: each call sleeps so that, with the time since
 * the last one, `factor` times as much time has passed. A factor of 1 does nothing.
 */
export function slowMotion(factor: number): () => void {
  const still = new Int32Array(new SharedArrayBuffer(4));
  let lastMs = performance.now();
  return () => {
    if (factor === 1) return;
    Atomics.wait(still, 0, 0, (performance.now() - lastMs) * (factor - 1));
    lastMs = performance.now();
  };
}
