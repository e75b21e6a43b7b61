// Original file: failover.proto


export interface GetResponse {
  'found'?: (boolean);
  'value'?: (string);
}

export interface GetResponse__Output {
  'found': (boolean);
  'value': (string);
}
