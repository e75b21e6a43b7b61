// Original file: filestore.proto

export const Operation = {
  READ: 'READ',
  WRITE: 'WRITE',
  DELETE: 'DELETE',
} as const;

export type Operation =
  | 'READ'
  | 0
  | 'WRITE'
  | 1
  | 'DELETE'
  | 2

export type Operation__Output = typeof Operation[keyof typeof Operation]
