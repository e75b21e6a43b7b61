// Original file: mapreduce.proto

export const Kind = {
  MAP: 'MAP',
  REDUCE: 'REDUCE',
} as const;

export type Kind =
  | 'MAP'
  | 0
  | 'REDUCE'
  | 1

export type Kind__Output = typeof Kind[keyof typeof Kind]
