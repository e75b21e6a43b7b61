/**
 * The algorithms once more, written from the papers and not from the nodes: what a general should
 * have said and decided, by what it was told. Two that were written apart seldom err alike.
 */
import type { Account } from "../../nodes/byzantine/camp.ts";
import type { AlgorithmName } from "../../nodes/byzantine/conditions.ts";

type Word = "ATTACK" | "RETREAT" | "UNDECIDED";

type Saying = readonly [path: string, order: Word];

export interface Duty {
  /** What it says in each round: paths with the order. */
  readonly said: ReadonlyMap<number, readonly Saying[]>;
  readonly decision: Word;
  /** By which it comes to it: how many for attack, how many for retreat. */
  readonly votes: readonly [attack: number, retreat: number];
}

export interface Place {
  readonly algorithm: AlgorithmName;
  readonly self: number;
  readonly generals: number;
  /** t */
  readonly traitors: number;
  /** What the commander ordered; heeded where this is the commander. */
  readonly order: Word;
}

/** What the general's duty was. */
export function dutyOf(place: Place, account: Account): Duty {
  if (place.algorithm === "phase-king") return phaseKing(place, account);
  if (place.self === 0) {
    const said = new Map([[1, [["0", place.order] as const]]]);
    return { said, decision: place.order, votes: countOf([place.order]) };
  }
  return place.algorithm === "oral" ? oral(place, account) : signed(place, account);
}

const letter = (general: number): string => general.toString(36);

function oral({ self, generals, traitors }: Place, { hearings }: Account): Duty {
  const told = new Map<string, Word>();
  for (const { round, sender, messages } of hearings) {
    for (const { path, order } of messages) {
      if (path.length !== round || path.at(-1) !== letter(sender) || told.has(path)) continue;
      if (order !== "UNDECIDED") told.set(path, order);
    }
  }
  const others = Array.from({ length: generals - 1 }, (_, index) => letter(index + 1)).filter(
    (other) => other !== letter(self),
  );
  let level = ["0"];
  const levels = [level];
  for (let round = 2; round <= traitors + 1; round++) {
    level = level.flatMap((path) =>
      others.filter((other) => !path.includes(other)).map((other) => path + other),
    );
    levels.push(level);
  }
  const said = new Map<number, Saying[]>();
  for (let round = 2; round <= traitors + 1; round++) {
    const paths = levels[round - 2] ?? [];
    said.set(
      round,
      paths.map((path) => [path + letter(self), told.get(path) ?? "RETREAT"]),
    );
  }
  // From the leaves up: each path's value is what more than half of its votes are.
  const values = new Map<string, Word>();
  let lastVotes: Word[] = [];
  for (const paths of levels.reverse()) {
    for (const path of paths) {
      const below = others
        .map((other) => values.get(path + other))
        .filter((each) => each !== undefined);
      lastVotes = [told.get(path) ?? "RETREAT", ...below];
      const [attack, retreat] = countOf(lastVotes);
      values.set(path, attack > retreat ? "ATTACK" : "RETREAT");
    }
  }
  return { said, decision: values.get("0") ?? "RETREAT", votes: countOf(lastVotes) };
}

/** That the signatures are genuine is for the general to see to; here each order counts once. */
function signed({ self, traitors }: Place, { beliefs, hearings }: Account): Duty {
  const heard = new Set(
    hearings.flatMap(({ round, messages }) =>
      messages.map(({ path, order }) => `${round} ${path} ${order}`),
    ),
  );
  const said = new Map<number, Saying[]>();
  for (let round = 2; round <= traitors + 1; round++) said.set(round, []);
  const known = beliefs.filter(({ path, order }) => heard.has(`${path.length} ${path} ${order}`));
  for (const { path, order } of known) {
    said.get(path.length + 1)?.push([path + letter(self), order]);
  }
  const orders = new Set(known.map(({ order }) => order));
  const decision = orders.size === 1 && orders.has("ATTACK") ? "ATTACK" : "RETREAT";
  return { said, decision, votes: countOf([...orders]) };
}

function phaseKing(place: Place, { hearings }: Account): Duty {
  const { self, generals, traitors } = place;
  const said = new Map<number, Saying[]>();
  let value: Word = self === 0 ? place.order : "RETREAT";
  const heard = (round: number): Map<number, Word> => {
    const words = new Map<number, Word>([[self, value]]);
    for (const hearing of hearings.filter((each) => each.round === round)) {
      const word = hearing.messages.find(({ path }) => path === letter(hearing.sender));
      if (word !== undefined) words.set(hearing.sender, word.order);
    }
    return words;
  };
  const say = (round: number) => said.set(round, [[letter(self), value]]);
  const binary = (word: Word | undefined): Word => (word === "ATTACK" ? "ATTACK" : "RETREAT");
  if (self === 0) say(1);
  value = binary(heard(1).get(0));
  let votes = countOf([]);
  for (let king = 0; king <= traitors; king++) {
    const round = 2 + 3 * king;
    say(round);
    const first = tally(heard(round));
    value = "UNDECIDED";
    if (first.RETREAT >= generals - traitors) value = "RETREAT";
    else if (first.ATTACK >= generals - traitors) value = "ATTACK";
    say(round + 1);
    const second = tally(heard(round + 1));
    votes = [second.ATTACK, second.RETREAT];
    if (second.RETREAT > traitors) value = "RETREAT";
    else if (second.ATTACK > traitors) value = "ATTACK";
    else if (second.UNDECIDED > traitors) value = "UNDECIDED";
    const isSure = value !== "UNDECIDED" && second[value] >= generals - traitors;
    if (self === king) say(round + 2);
    const kings = heard(round + 2).get(king);
    if (!isSure) value = binary(kings);
    value = binary(value);
  }
  return { said, decision: value, votes };
}

function tally(words: ReadonlyMap<number, Word>): Record<Word, number> {
  const counts = { ATTACK: 0, RETREAT: 0, UNDECIDED: 0 };
  for (const word of words.values()) counts[word] += 1;
  return counts;
}

function countOf(words: readonly Word[]): readonly [attack: number, retreat: number] {
  const { ATTACK, RETREAT } = tally(new Map(words.entries()));
  return [ATTACK, RETREAT];
}
