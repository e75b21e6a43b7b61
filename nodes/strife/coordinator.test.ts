import { expect, test } from "bun:test";
import { begin, onAcknowledgement, onTimeout, onVote } from "./coordinator.ts";

const voters = ["north", "south"];

test("only the Yes of every voter decides for commit", () => {
  const one = onVote(begin(voters), "north", true, voters);
  expect(one.phase).toBe("voting");
  expect(onVote(one, "north", true, voters).phase).toBe("voting");
  expect(onVote(one, "south", true, voters).phase).toBe("committed");
  expect(onVote(one, "south", false, voters).phase).toBe("aborted");
});

test("after a time-out no vote commits any more, and after a commit no time-out aborts", () => {
  const late = onTimeout(onVote(begin(voters), "north", true, voters));
  expect(onVote(late, "south", true, voters).phase).toBe("aborted");
  const committed = onVote(begin(["north"]), "north", true, ["north"]);
  expect(onTimeout(committed).phase).toBe("committed");
  expect(onVote(committed, "north", false, ["north"]).phase).toBe("committed");
});

test("it ends when all have acknowledged", () => {
  let coordination = onVote(begin(["north"]), "north", true, voters);
  coordination = onAcknowledgement(coordination, "north");
  expect(coordination.phase).toBe("committed");
  expect(onAcknowledgement(coordination, "south").phase).toBe("ended");
});
