/** The operating system's clocks. */
import type { Clock, Log, Repeating } from "./host.ts";

export function systemClock(log: Log): Clock {
  return {
    wallMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    sleep,
    every: (milliseconds, task) => every(milliseconds, task, log),
  };
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    let timer: NodeJS.Timeout | undefined;
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const done = () => {
      signal?.removeEventListener("abort", stop);
      resolve();
    };
    if (milliseconds <= 0) {
      setImmediate(done);
      return;
    }
    timer = setTimeout(done, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

function every(milliseconds: number, task: () => Promise<void> | void, log: Log): Repeating {
  let running = false;
  const timer = setInterval(async () => {
    if (running) return;
    running = true;
    try {
      await task();
    } catch (error) {
      log.error("a repeated task failed", { error: String(error) });
    } finally {
      running = false;
    }
  }, milliseconds);
  return { stop: () => clearInterval(timer) };
}
