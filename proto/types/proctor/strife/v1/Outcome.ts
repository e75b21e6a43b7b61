// Original file: strife.proto

export const Outcome = {
  PAID: 'PAID',
  REFUSED: 'REFUSED',
} as const;

export type Outcome =
  | 'PAID'
  | 0
  | 'REFUSED'
  | 1

export type Outcome__Output = typeof Outcome[keyof typeof Outcome]
