/** Whose word a message is: the generals through whom it went, the commander first. */

/** One character a general, his number to base 36: `0a3` is from general 3, who had it from 10. */
export type Path = string;

const letters = "0123456789abcdefghijklmnopqrstuvwxyz";

/** What stands for a general on a path. */
export function letterOf(general: number): string {
  const letter = letters[general];
  if (letter === undefined) throw new Error(`no path can name general ${general}`);
  return letter;
}

export const commanderLetter = letterOf(0);

/** The numbers of the generals on it; NaN for a character that stands for nobody. */
export function generalsOn(path: Path): number[] {
  return [...path].map((letter) => Number.parseInt(letter, 36));
}

/** Whether no general is on it twice. */
export function isWithoutRepetition(path: Path): boolean {
  return new Set(path).size === path.length;
}
