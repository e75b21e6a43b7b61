// Original file: byzantine.proto


export interface Recruit {
  'id'?: (string);
  'address'?: (string);
  'publicKey'?: (Buffer | Uint8Array | string);
}

export interface Recruit__Output {
  'id': (string);
  'address': (string);
  'publicKey': (Buffer);
}
