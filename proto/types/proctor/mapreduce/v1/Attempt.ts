// Original file: mapreduce.proto

import type { Kind as _proctor_mapreduce_v1_Kind, Kind__Output as _proctor_mapreduce_v1_Kind__Output } from '../../../proctor/mapreduce/v1/Kind.ts';

export interface Attempt {
  'kind'?: (_proctor_mapreduce_v1_Kind);
  'number'?: (number);
  'attempt'?: (number);
}

export interface Attempt__Output {
  'kind': (_proctor_mapreduce_v1_Kind__Output);
  'number': (number);
  'attempt': (number);
}
