// Original file: mapreduce.proto


export interface CompleteResponse {
  'committed'?: (boolean);
}

export interface CompleteResponse__Output {
  'committed': (boolean);
}
