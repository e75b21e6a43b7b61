// Original file: mapreduce.proto

import type { Counters as _proctor_mapreduce_v1_Counters, Counters__Output as _proctor_mapreduce_v1_Counters__Output } from '../../../proctor/mapreduce/v1/Counters.ts';
import type { Run as _proctor_mapreduce_v1_Run, Run__Output as _proctor_mapreduce_v1_Run__Output } from '../../../proctor/mapreduce/v1/Run.ts';
import type { BadRecord as _proctor_mapreduce_v1_BadRecord, BadRecord__Output as _proctor_mapreduce_v1_BadRecord__Output } from '../../../proctor/mapreduce/v1/BadRecord.ts';

export interface StatusResponse {
  'state'?: (string);
  'error'?: (string);
  'jobId'?: (string);
  'mapDone'?: (number);
  'mapTasks'?: (number);
  'reduceDone'?: (number);
  'reduceTasks'?: (number);
  'counters'?: (_proctor_mapreduce_v1_Counters | null);
  'retries'?: (number);
  'progress'?: (number | string);
  'elapsedMs'?: (number | string);
  'runs'?: (_proctor_mapreduce_v1_Run)[];
  'skipped'?: (_proctor_mapreduce_v1_BadRecord)[];
  'workers'?: (string)[];
}

export interface StatusResponse__Output {
  'state': (string);
  'error': (string);
  'jobId': (string);
  'mapDone': (number);
  'mapTasks': (number);
  'reduceDone': (number);
  'reduceTasks': (number);
  'counters': (_proctor_mapreduce_v1_Counters__Output | null);
  'retries': (number);
  'progress': (number);
  'elapsedMs': (number);
  'runs': (_proctor_mapreduce_v1_Run__Output)[];
  'skipped': (_proctor_mapreduce_v1_BadRecord__Output)[];
  'workers': (string)[];
}
