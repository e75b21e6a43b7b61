// Original file: mapreduce.proto

import type { Job as _proctor_mapreduce_v1_Job, Job__Output as _proctor_mapreduce_v1_Job__Output } from '../../../proctor/mapreduce/v1/Job.ts';

export interface RegisterResponse {
  'job'?: (_proctor_mapreduce_v1_Job | null);
  'leaseMs'?: (number);
}

export interface RegisterResponse__Output {
  'job': (_proctor_mapreduce_v1_Job__Output | null);
  'leaseMs': (number);
}
