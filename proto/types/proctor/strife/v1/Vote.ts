// Original file: strife.proto

export const Vote = {
  NO: 'NO',
  YES: 'YES',
} as const;

export type Vote =
  | 'NO'
  | 0
  | 'YES'
  | 1

export type Vote__Output = typeof Vote[keyof typeof Vote]
