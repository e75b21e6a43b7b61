// Original file: byzantine.proto


export interface BribeRequest {
  'strategy'?: (string);
  'accomplices'?: (number)[];
  'conspiracy'?: (number);
  'tape'?: (string);
}

export interface BribeRequest__Output {
  'strategy': (string);
  'accomplices': (number)[];
  'conspiracy': (number);
  'tape': (string);
}
