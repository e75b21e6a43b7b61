// Original file: balancer.proto

import type { Sample as _proctor_balancer_v1_Sample, Sample__Output as _proctor_balancer_v1_Sample__Output } from '../../../proctor/balancer/v1/Sample.ts';

export interface DriveResponse {
  'samples'?: (_proctor_balancer_v1_Sample)[];
  'elapsedMs'?: (number | string);
}

export interface DriveResponse__Output {
  'samples': (_proctor_balancer_v1_Sample__Output)[];
  'elapsedMs': (number);
}
