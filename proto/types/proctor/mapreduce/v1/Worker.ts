// Original file: mapreduce.proto


export interface Worker {
  'id'?: (string);
  'incarnation'?: (string);
}

export interface Worker__Output {
  'id': (string);
  'incarnation': (string);
}
