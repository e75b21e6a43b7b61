// Original file: strife.proto

export const Refusal = {
  NONE: 'NONE',
  NO_FUNDS: 'NO_FUNDS',
  NO_ACCOUNT: 'NO_ACCOUNT',
  TOO_MUCH: 'TOO_MUCH',
  ALREADY_ABORTED: 'ALREADY_ABORTED',
} as const;

export type Refusal =
  | 'NONE'
  | 0
  | 'NO_FUNDS'
  | 1
  | 'NO_ACCOUNT'
  | 2
  | 'TOO_MUCH'
  | 3
  | 'ALREADY_ABORTED'
  | 4

export type Refusal__Output = typeof Refusal[keyof typeof Refusal]
