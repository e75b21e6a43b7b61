// Original file: balancer.proto


export interface Sample {
  'dueMs'?: (number | string);
  'responseMs'?: (number | string);
  'backend'?: (string);
  'error'?: (string);
}

export interface Sample__Output {
  'dueMs': (number);
  'responseMs': (number);
  'backend': (string);
  'error': (string);
}
