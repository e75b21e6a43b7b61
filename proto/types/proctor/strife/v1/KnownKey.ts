// Original file: strife.proto


export interface KnownKey {
  'user'?: (string);
  'key'?: (string);
  'transaction'?: (string);
  'state'?: (string);
}

export interface KnownKey__Output {
  'user': (string);
  'key': (string);
  'transaction': (string);
  'state': (string);
}
