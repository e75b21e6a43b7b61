// Original file: mapreduce.proto

import type { Worker as _proctor_mapreduce_v1_Worker, Worker__Output as _proctor_mapreduce_v1_Worker__Output } from '../../../proctor/mapreduce/v1/Worker.ts';

export interface RegisterRequest {
  'worker'?: (_proctor_mapreduce_v1_Worker | null);
  'address'?: (string);
}

export interface RegisterRequest__Output {
  'worker': (_proctor_mapreduce_v1_Worker__Output | null);
  'address': (string);
}
