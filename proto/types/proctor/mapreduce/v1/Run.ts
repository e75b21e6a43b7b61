// Original file: mapreduce.proto

import type { Attempt as _proctor_mapreduce_v1_Attempt, Attempt__Output as _proctor_mapreduce_v1_Attempt__Output } from '../../../proctor/mapreduce/v1/Attempt.ts';

export interface Run {
  'attempt'?: (_proctor_mapreduce_v1_Attempt | null);
  'worker'?: (string);
  'startMs'?: (number | string);
  'endMs'?: (number | string);
  'outcome'?: (string);
  'backup'?: (boolean);
}

export interface Run__Output {
  'attempt': (_proctor_mapreduce_v1_Attempt__Output | null);
  'worker': (string);
  'startMs': (number);
  'endMs': (number);
  'outcome': (string);
  'backup': (boolean);
}
