// Original file: failover.proto


export interface Outcome {
  'found'?: (boolean);
  'old'?: (string);
  'error'?: (string);
  'details'?: (string);
  'definite'?: (boolean);
}

export interface Outcome__Output {
  'found': (boolean);
  'old': (string);
  'error': (string);
  'details': (string);
  'definite': (boolean);
}
