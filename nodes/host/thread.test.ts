import { expect, test } from "bun:test";
import { startThread } from "./thread.ts";

const module = new URL("./testdata/thread.ts", import.meta.url).href;

/** A thread, and what comes of it next: a message, or why it ended. */
function start() {
  let next = Promise.withResolvers<unknown>();
  const thread = startThread(module, {
    message: (message) => next.resolve(message),
    failed: (reason) => next.resolve(new Error(reason)),
  });
  const ask = (message: unknown) => {
    next = Promise.withResolvers();
    thread.post(message);
    return next.promise;
  };
  return { thread, ask };
}

test("a thread answers one message after the other", async () => {
  const { thread, ask } = start();
  expect(await ask({ text: "one" })).toEqual({ text: "one" });
  expect(await ask(2)).toBe(2);
  thread.end();
});

test("a thread that never comes to its end can be ended, and the process goes on", async () => {
  const { thread, ask } = start();
  await ask("ready");
  void ask("loop");
  thread.end();
  const another = start();
  expect(await another.ask("still here")).toBe("still here");
  another.thread.end();
});

test("a thread that leaves the process, or throws where nobody catches, is told of", async () => {
  expect(await start().ask("leave")).toBeInstanceOf(Error);
  expect(String(await start().ask("throw"))).toContain("nobody catches this");
});
