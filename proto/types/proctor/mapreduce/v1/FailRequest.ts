// Original file: mapreduce.proto

import type { Worker as _proctor_mapreduce_v1_Worker, Worker__Output as _proctor_mapreduce_v1_Worker__Output } from '../../../proctor/mapreduce/v1/Worker.ts';
import type { Attempt as _proctor_mapreduce_v1_Attempt, Attempt__Output as _proctor_mapreduce_v1_Attempt__Output } from '../../../proctor/mapreduce/v1/Attempt.ts';
import type { BadRecord as _proctor_mapreduce_v1_BadRecord, BadRecord__Output as _proctor_mapreduce_v1_BadRecord__Output } from '../../../proctor/mapreduce/v1/BadRecord.ts';
import type { Source as _proctor_mapreduce_v1_Source, Source__Output as _proctor_mapreduce_v1_Source__Output } from '../../../proctor/mapreduce/v1/Source.ts';

export interface FailRequest {
  'worker'?: (_proctor_mapreduce_v1_Worker | null);
  'attempt'?: (_proctor_mapreduce_v1_Attempt | null);
  'message'?: (string);
  'record'?: (_proctor_mapreduce_v1_BadRecord | null);
  'lost'?: (_proctor_mapreduce_v1_Source)[];
}

export interface FailRequest__Output {
  'worker': (_proctor_mapreduce_v1_Worker__Output | null);
  'attempt': (_proctor_mapreduce_v1_Attempt__Output | null);
  'message': (string);
  'record': (_proctor_mapreduce_v1_BadRecord__Output | null);
  'lost': (_proctor_mapreduce_v1_Source__Output)[];
}
