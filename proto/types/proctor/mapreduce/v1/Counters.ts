// Original file: mapreduce.proto


export interface Counters {
  'bytes'?: (number | string);
  'records'?: (number | string);
  'keys'?: (number | string);
  'skipped'?: (number | string);
}

export interface Counters__Output {
  'bytes': (number);
  'records': (number);
  'keys': (number);
  'skipped': (number);
}
