/** Finds the commands that pages and headers tell people to copy. */

export interface DocumentedCommand {
  /** `path:line` of where it begins. */
  readonly place: string;
  /** As it stands there, on one line and without a comment at its end. */
  readonly command: string;
  /** Stands with others in one fence, to be run one after the other in one shell. */
  readonly session: string | undefined;
}

const program = /^(?:npx|bun|for|hadoop|\.ci\/run|\w+=)(?:\s|$|\S*:)/;
const generated = /^<!-- (help|include): .*? -->\n[\s\S]*?^<!-- \/\1 -->$/gm;
const header = /^\/\*\*\n[\s\S]*?\n \*\/$/m;

/** All commands of a page (`*.md`), or of the header comment of a script (`*.ts`), in order. */
export function readCommands(path: string, text: string): DocumentedCommand[] {
  return path.endsWith(".md") ? ofPage(path, text) : ofHeader(path, text);
}

function ofPage(path: string, page: string): DocumentedCommand[] {
  const written = page.replaceAll(generated, (block) => block.replaceAll(/[^\n]/g, ""));
  const commands: DocumentedCommand[] = [];
  let fence: { language: string; place: string } | undefined;
  for (const [line, number] of logicalLines(written)) {
    const place = `${path}:${number}`;
    if (line.startsWith("```")) {
      fence = fence === undefined ? { language: line.slice(3), place } : undefined;
    } else if (fence?.language === "sh") {
      const command = withoutComment(line);
      if (command !== "") commands.push({ place, command, session: fence.place });
    } else if (fence === undefined) {
      for (const [, span = ""] of line.matchAll(/`([^`]+)`/g)) {
        if (isCommand(span)) commands.push({ place, command: span, session: undefined });
      }
    }
  }
  return commands;
}

function ofHeader(path: string, source: string): DocumentedCommand[] {
  const comment = header.exec(source);
  if (comment === null) return [];
  const from = source.slice(0, comment.index).split("\n").length - 1;
  const text = comment[0].replaceAll(/^ \* ?/gm, "");
  const commands: DocumentedCommand[] = [];
  for (const [line, number] of logicalLines(text)) {
    const place = `${path}:${from + number}`;
    if (/^ {2}\S/.test(line) && isCommand(line.trim())) {
      commands.push({ place, command: withoutComment(line), session: undefined });
    }
    if (!line.startsWith("Copy:")) continue;
    for (const [, span = ""] of line.matchAll(/`([^`]+)`/g)) {
      commands.push({ place, command: span, session: undefined });
    }
  }
  return commands;
}

/** A program with words; `bun run` alone is its name in a sentence. */
function isCommand(text: string): boolean {
  return text === ".ci/run" || (program.test(text) && text.includes(" "));
}

/** Lines with those that a backslash carries on, each with the number of its first. */
function* logicalLines(text: string): Iterable<[string, number]> {
  let pending = "";
  let first = 0;
  for (const [index, line] of text.split("\n").entries()) {
    if (pending === "") first = index + 1;
    const whole = pending === "" ? line : `${pending} ${line.trim()}`;
    const isOpen = whole.endsWith("\\") || / \|$/.test(whole.replace(/^ \* /, ""));
    pending = isOpen && !whole.startsWith("|") ? whole.replace(/ *\\$/, "") : "";
    if (pending === "") yield [whole, first];
  }
}

function withoutComment(line: string): string {
  return line.replace(/\s+# .*$/, "").trim();
}
