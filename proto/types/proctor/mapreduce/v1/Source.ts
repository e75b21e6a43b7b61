// Original file: mapreduce.proto


export interface Source {
  'task'?: (number);
  'attempt'?: (number);
  'address'?: (string);
}

export interface Source__Output {
  'task': (number);
  'attempt': (number);
  'address': (string);
}
