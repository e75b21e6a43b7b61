// Original file: byzantine.proto


export interface EnlistResponse {
  'publicKey'?: (Buffer | Uint8Array | string);
}

export interface EnlistResponse__Output {
  'publicKey': (Buffer);
}
