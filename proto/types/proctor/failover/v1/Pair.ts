// Original file: failover.proto


export interface Pair {
  'key'?: (string);
  'value'?: (string);
}

export interface Pair__Output {
  'key': (string);
  'value': (string);
}
