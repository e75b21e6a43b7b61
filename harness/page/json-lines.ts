/** Files of JSON lines, as a run that was cut off leaves them. */

/** The objects of a file; a line that is none is left out. Empty when there is no file. */
export async function readJsonLines<Line>(file: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const line of (await readText(file)).split("\n")) {
    const value = parseObject(line);
    if (value !== undefined) lines.push(value as Line);
  }
  return lines;
}

/** Undefined where the text is no JSON object. */
export function parseObject(text: string): object | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/** The last whole lines of a file, at most so many bytes; empty when there is no file. */
export async function readText(path: string, maxBytes = Number.MAX_SAFE_INTEGER): Promise<string> {
  const file = Bun.file(path);
  if (!(await file.exists())) return "";
  if (file.size <= maxBytes) return file.text();
  const end = await file.slice(file.size - maxBytes).text();
  return end.slice(end.indexOf("\n") + 1);
}
