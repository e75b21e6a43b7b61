// Original file: failover.proto


export interface WriteResponse {
  'found'?: (boolean);
  'old'?: (string);
}

export interface WriteResponse__Output {
  'found': (boolean);
  'old': (string);
}
