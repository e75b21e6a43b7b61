// Original file: byzantine.proto

export const Algorithm = {
  ORAL: 'ORAL',
  SIGNED: 'SIGNED',
  PHASE_KING: 'PHASE_KING',
} as const;

export type Algorithm =
  | 'ORAL'
  | 0
  | 'SIGNED'
  | 1
  | 'PHASE_KING'
  | 2

export type Algorithm__Output = typeof Algorithm[keyof typeof Algorithm]
