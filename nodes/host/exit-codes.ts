/** Exit codes of processes, after sysexits.h where it has one. */
export const exitCodes = {
  ok: 0,
  /** Bad flags or arguments. */
  usage: 64,
  /** A port that is taken, a registry that is not there. */
  unavailable: 69,
  /** A defect of the program itself. */
  software: 70,
} as const;
