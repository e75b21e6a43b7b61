/** A chapter as a part of the report: one level down, its links and generated blocks resolved. */
import type { SystemInputs } from "./inputs.ts";

const block = /^<!-- (help|include): (.+) -->\n([\s\S]*?)\n?^<!-- \/(?:help|include) -->$/gm;

export interface Chapter {
  readonly title: string;
  /** Without the title; headings begin at level 3. */
  readonly body: string;
  /** Pages and graphs of the results that it shows, by file name. */
  readonly shown: ReadonlySet<string>;
}

/** @throws Error where it includes a result that is not there, or has no title */
export function readChapter({ system, chapter = "", files }: SystemInputs): Chapter {
  const shown = new Set<string>();
  const [, title, rest = ""] = /^# (.+)\n([\s\S]*)$/.exec(chapter) ?? [];
  if (title === undefined) throw new Error(`the chapter of ${system} has no title`);
  const prefix = `results/${system}/`;
  const filled = rest.replaceAll(block, (_, kind: string, source: string, content: string) => {
    if (kind === "help") return folded(`<code>${source} --help</code>`, content);
    if (!source.startsWith(prefix)) return content;
    const name = source.slice(prefix.length);
    const page = files.get(name);
    if (page === undefined) throw new Error(`${system} includes ${source}, which is not there`);
    shown.add(name);
    return page.trim();
  });
  const body = outsideFences(filled, (text) =>
    text
      .replaceAll(/^(#{2,5}) /gm, "#$1 ")
      .replaceAll(/\]\((?:\.\.\/\.\.\/|\/)results\/([^)]+)\)/g, (_, path: string) => {
        if (path.startsWith(`${system}/`)) shown.add(path.slice(system.length + 1));
        return `](${path})`;
      }),
  );
  return { title, body: body.trim(), shown };
}

/** What is shown when one asks for it. */
export function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content.trim()}\n\n</details>`;
}

/** Code stays as it is. */
function outsideFences(text: string, change: (text: string) => string): string {
  return text
    .split(/(^```[\s\S]*?^```$)/gm)
    .map((part) => (part.startsWith("```") ? part : change(part)))
    .join("");
}
