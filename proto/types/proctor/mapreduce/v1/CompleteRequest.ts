// Original file: mapreduce.proto

import type { Worker as _proctor_mapreduce_v1_Worker, Worker__Output as _proctor_mapreduce_v1_Worker__Output } from '../../../proctor/mapreduce/v1/Worker.ts';
import type { Attempt as _proctor_mapreduce_v1_Attempt, Attempt__Output as _proctor_mapreduce_v1_Attempt__Output } from '../../../proctor/mapreduce/v1/Attempt.ts';
import type { Counters as _proctor_mapreduce_v1_Counters, Counters__Output as _proctor_mapreduce_v1_Counters__Output } from '../../../proctor/mapreduce/v1/Counters.ts';
import type { BadRecord as _proctor_mapreduce_v1_BadRecord, BadRecord__Output as _proctor_mapreduce_v1_BadRecord__Output } from '../../../proctor/mapreduce/v1/BadRecord.ts';

export interface CompleteRequest {
  'worker'?: (_proctor_mapreduce_v1_Worker | null);
  'attempt'?: (_proctor_mapreduce_v1_Attempt | null);
  'counters'?: (_proctor_mapreduce_v1_Counters | null);
  'skipped'?: (_proctor_mapreduce_v1_BadRecord)[];
}

export interface CompleteRequest__Output {
  'worker': (_proctor_mapreduce_v1_Worker__Output | null);
  'attempt': (_proctor_mapreduce_v1_Attempt__Output | null);
  'counters': (_proctor_mapreduce_v1_Counters__Output | null);
  'skipped': (_proctor_mapreduce_v1_BadRecord__Output)[];
}
