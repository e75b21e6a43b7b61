// Original file: mapreduce.proto


export interface BadRecord {
  'name'?: (string);
  'start'?: (number | string);
  'end'?: (number | string);
  'key'?: (string);
}

export interface BadRecord__Output {
  'name': (string);
  'start': (number);
  'end': (number);
  'key': (string);
}
