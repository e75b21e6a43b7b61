const longestText = 500;

/** A value as text, cut to what a reader takes in. */
export function shorten(value: unknown, longest = longestText): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;
}
