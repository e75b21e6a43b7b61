// Original file: strife.proto


export interface PayResponse {
  'receipt'?: (Buffer | Uint8Array | string);
  'replayed'?: (boolean);
}

export interface PayResponse__Output {
  'receipt': (Buffer);
  'replayed': (boolean);
}
