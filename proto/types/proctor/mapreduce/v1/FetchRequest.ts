// Original file: mapreduce.proto


export interface FetchRequest {
  'jobId'?: (string);
  'task'?: (number);
  'attempt'?: (number);
  'partition'?: (number);
  'offset'?: (number | string);
}

export interface FetchRequest__Output {
  'jobId': (string);
  'task': (number);
  'attempt': (number);
  'partition': (number);
  'offset': (number);
}
