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

/** Empty when there is no file. */
export async function readText(path: string): Promise<string> {
  const file = Bun.file(path);
  return (await file.exists()) ? file.text() : "";
}
