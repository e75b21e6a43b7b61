// Original file: mapreduce.proto

import type { Task as _proctor_mapreduce_v1_Task, Task__Output as _proctor_mapreduce_v1_Task__Output } from '../../../proctor/mapreduce/v1/Task.ts';

export interface NextTaskResponse {
  'task'?: (_proctor_mapreduce_v1_Task | null);
  'done'?: (boolean);
}

export interface NextTaskResponse__Output {
  'task': (_proctor_mapreduce_v1_Task__Output | null);
  'done': (boolean);
}
