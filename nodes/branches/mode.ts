/** What the bank promises, chosen at its start; the chapter says what each is for. */
export const modes = ["balance", "clocks", "sessions"] as const;

export type Mode = (typeof modes)[number];
