// Original file: byzantine.proto

export const Order = {
  RETREAT: 'RETREAT',
  ATTACK: 'ATTACK',
  UNDECIDED: 'UNDECIDED',
} as const;

export type Order =
  | 'RETREAT'
  | 0
  | 'ATTACK'
  | 1
  | 'UNDECIDED'
  | 2

export type Order__Output = typeof Order[keyof typeof Order]
