/** Which operations, messages and log lines are shown. */
import type { LogLine, PageMessage, PageOperation } from "../run-page-model.ts";
import { messagesBehind, type Run } from "./run.ts";

/** What is named in a set is hidden. */
export interface Filter {
  readonly text: string;
  readonly key: string;
  readonly lanes: ReadonlySet<string>;
  readonly outcomes: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
}

/** At first only the noise is hidden. */
export function firstFilter(run: Run): Filter {
  const none = new Set<string>();
  const methods = new Set(run.hidden);
  return { text: "", key: "", lanes: none, outcomes: none, functions: none, methods };
}

/** What is left of the run. */
export interface Visible {
  readonly operations: readonly PageOperation[];
  readonly messages: readonly PageMessage[];
  readonly lines: readonly LogLine[];
}

/** Where a key or a text is asked for, the messages behind what it finds are shown too. */
export function visibleOf(run: Run, filter: Filter): Visible {
  const operations = run.operations.filter((each) => showsOperation(filter, each));
  const isSearch = filter.key !== "" || filter.text.trim() !== "";
  const behind = new Set<PageMessage>();
  if (isSearch)
    for (const each of operations.slice(0, followedAtMost))
      for (const message of messagesBehind(run, each)) behind.add(message);
  const isShown = (message: PageMessage) => {
    const { from, to, method } = message;
    if (filter.lanes.has(from) || filter.lanes.has(to) || filter.methods.has(method)) return false;
    if (!isSearch || behind.has(message)) return true;
    return filter.key === "" && saysMessage(filter.text, message);
  };
  return {
    operations,
    messages: run.messages.filter(isShown),
    lines: run.lines.filter((line) => showsLine(filter, line)),
  };
}

/** Following more operations than this to their messages would make typing slow. */
const followedAtMost = 300;

function showsOperation(filter: Filter, operation: PageOperation): boolean {
  const { lane, outcome, f, key, input, output, process, node = "" } = operation;
  if (filter.lanes.has(lane) || filter.outcomes.has(outcome) || filter.functions.has(f))
    return false;
  if (filter.key !== "" && filter.key !== key) return false;
  return says(filter.text, [process, f, key, input, output, node, outcome]);
}

function saysMessage(text: string, message: PageMessage): boolean {
  const { from, to, method, status, content, lost = "" } = message;
  return says(text, [from, to, method, status, content, lost]);
}

function showsLine(filter: Filter, { lane, level, text }: LogLine): boolean {
  return !filter.lanes.has(lane) && says(filter.text, [lane, level, text]);
}

/** Whether the texts have every word, in any case of letters. */
function says(wanted: string, texts: readonly string[]): boolean {
  if (wanted.trim() === "") return true;
  const all = texts.join("\n").toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
