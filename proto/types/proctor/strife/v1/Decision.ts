// Original file: strife.proto

export const Decision = {
  UNDECIDED: 'UNDECIDED',
  COMMIT: 'COMMIT',
  ABORT: 'ABORT',
} as const;

export type Decision =
  | 'UNDECIDED'
  | 0
  | 'COMMIT'
  | 1
  | 'ABORT'
  | 2

export type Decision__Output = typeof Decision[keyof typeof Decision]
