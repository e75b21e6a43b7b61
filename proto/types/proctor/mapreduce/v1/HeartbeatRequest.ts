// Original file: mapreduce.proto

import type { Worker as _proctor_mapreduce_v1_Worker, Worker__Output as _proctor_mapreduce_v1_Worker__Output } from '../../../proctor/mapreduce/v1/Worker.ts';
import type { Attempt as _proctor_mapreduce_v1_Attempt, Attempt__Output as _proctor_mapreduce_v1_Attempt__Output } from '../../../proctor/mapreduce/v1/Attempt.ts';
import type { Counters as _proctor_mapreduce_v1_Counters, Counters__Output as _proctor_mapreduce_v1_Counters__Output } from '../../../proctor/mapreduce/v1/Counters.ts';

export interface HeartbeatRequest {
  'worker'?: (_proctor_mapreduce_v1_Worker | null);
  'attempt'?: (_proctor_mapreduce_v1_Attempt | null);
  'progress'?: (number | string);
  'counters'?: (_proctor_mapreduce_v1_Counters | null);
}

export interface HeartbeatRequest__Output {
  'worker': (_proctor_mapreduce_v1_Worker__Output | null);
  'attempt': (_proctor_mapreduce_v1_Attempt__Output | null);
  'progress': (number);
  'counters': (_proctor_mapreduce_v1_Counters__Output | null);
}
