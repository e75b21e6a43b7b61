// Original file: strife.proto


export interface AbortRequest {
  'transaction'?: (string);
}

export interface AbortRequest__Output {
  'transaction': (string);
}
