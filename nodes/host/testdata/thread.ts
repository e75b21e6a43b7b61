/** A thread that echoes, fails or never answers, as it is asked. */
import { serveThread } from "../thread.ts";

serveThread(async (message) => {
  if (message === "loop") for (;;);
  if (message === "leave") process.exit(3);
  if (message === "throw") {
    queueMicrotask(() => {
      throw new Error("nobody catches this");
    });
    return new Promise(() => {});
  }
  return message;
});
