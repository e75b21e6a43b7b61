import { expect, test } from "bun:test";
import { Mutex } from "./mutex.ts";

test("tasks run one after the other in the order given, also after one that fails", async () => {
  const mutex = new Mutex();
  const events: string[] = [];
  const task = (name: string) => async () => {
    events.push(`${name} begins`);
    await Promise.resolve();
    await Promise.resolve();
    events.push(`${name} ends`);
    if (name === "b") throw new Error("broken");
    return name;
  };
  const results = ["a", "b", "c"].map((name) => mutex.run(task(name)).catch(String));
  expect(await Promise.all(results)).toEqual(["a", "Error: broken", "c"]);
  expect(events).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});
