import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { UsageError } from "../../nodes/host/flags.ts";
import { temporaryDirectory } from "../kit/test-support.ts";
import { hasKnownData, knownData } from "./known-data.ts";
import { judgeStampedFile, readStampedFile } from "./stamped-file.ts";

/** By check: what it came to on a file. */
function verdicts(file: string) {
  return judgeStampedFile(file).map(({ verdict, evidence }) => ({ verdict, evidence }));
}

describe.if(hasKnownData)("outputs of other people's programs", () => {
  for (const number of [1, 2, 3]) {
    test(`recorded output ${number} keeps happens-before`, () => {
      const file = join(knownData, `clocks/four.recorded-output-${number}.json`);
      expect(verdicts(file).map(({ verdict }) => verdict)).toEqual(["PASS", "PASS"]);
    });
  }

  test("the official sample of customers is in order", () => {
    const file = join(knownData, "clocks/official-customers.json");
    expect(verdicts(file).map(({ verdict }) => verdict)).toEqual(["PASS", "PASS"]);
  });

  test("the official sample of all events violates it, at request 1", () => {
    const [received] = verdicts(join(knownData, "clocks/official-all.violates.json"));
    expect(received?.verdict).toBe("FAIL");
    expect(received?.evidence).toStartWith("request 1 from customer 1");
    expect(received?.evidence).not.toContain("more)");
  });

  test("the official sample of branches violates it, at request 3", () => {
    const [received, times] = verdicts(join(knownData, "clocks/official-branches.violates.json"));
    expect(received?.verdict).toBe("FAIL");
    expect(received?.evidence).toStartWith("propagation of request 3");
    expect(received?.evidence).not.toContain("more)");
    expect(times?.verdict).toBe("PASS");
  });
});

describe("files of clocks", () => {
  const event = (clock: number, comment: string) => {
    const rest = { interface: "deposit", "customer-request-id": 1 };
    return { ...rest, logical_clock: clock, comment };
  };
  const branch = (id: number, ...events: object[]) => ({ id, type: "branch", events });
  const sent = branch(1, event(1, "event_sent to branch 2"));
  const judge = async (text: string) => {
    using directory = temporaryDirectory();
    const file = join(directory.path, "events.json");
    await Bun.write(file, text);
    return judgeStampedFile(file).map(({ verdict }) => verdict);
  };

  test("a list, or an object a line; `bank` is a branch too", async () => {
    const entries = [sent, branch(2, event(2, "event_recv from bank 1"))];
    expect(await judge(JSON.stringify(entries))).toEqual(["PASS", "PASS"]);
    const lines = entries.map((entry) => JSON.stringify(entry)).join("\n");
    expect(await judge(lines)).toEqual(["PASS", "PASS"]);
  });

  test("a receive from a branch of the file that sent nothing is a violation", async () => {
    const entries = [sent, branch(2, event(9, "event_recv from branch 1")), branch(3)];
    expect(await judge(JSON.stringify(entries))).toEqual(["PASS", "PASS"]);
    const invented = [sent, branch(2, event(9, "event_recv from branch 3"))];
    const known = [...invented, branch(3, event(1, "event_sent to branch 1"))];
    expect(await judge(JSON.stringify(known))).toEqual(["FAIL", "PASS"]);
  });

  test("what is no such file is refused by a sentence", async () => {
    using directory = temporaryDirectory();
    expect(() => readStampedFile(join(directory.path, "nowhere.json"))).toThrow(UsageError);
    await expect(judge("[{]")).rejects.toThrow("it is not JSON");
    await expect(judge('[{"id":1,"type":"branch"}]')).rejects.toThrow("no event with a clock");
    await expect(judge("[null]")).rejects.toThrow(UsageError);
  });
});
