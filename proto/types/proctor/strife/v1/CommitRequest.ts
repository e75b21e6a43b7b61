// Original file: strife.proto


export interface CommitRequest {
  'transaction'?: (string);
}

export interface CommitRequest__Output {
  'transaction': (string);
}
