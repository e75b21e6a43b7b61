// Original file: host.proto


export interface Response {
  'id'?: (number);
  'code'?: (number);
  'message'?: (Buffer | Uint8Array | string);
  'details'?: (string);
  'definite'?: (boolean);
}

export interface Response__Output {
  'id': (number);
  'code': (number);
  'message': (Buffer);
  'details': (string);
  'definite': (boolean);
}
