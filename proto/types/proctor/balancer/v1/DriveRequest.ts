// Original file: balancer.proto

import type { ComputeRequest as _proctor_balancer_v1_ComputeRequest, ComputeRequest__Output as _proctor_balancer_v1_ComputeRequest__Output } from '../../../proctor/balancer/v1/ComputeRequest.ts';
import type { Long } from '@grpc/proto-loader';

export interface DriveRequest {
  'ratePerSecond'?: (number | string);
  'durationMs'?: (number);
  'lanes'?: (number);
  'seed'?: (number | string | Long);
  'task'?: (_proctor_balancer_v1_ComputeRequest | null);
  'timeoutMs'?: (number);
}

export interface DriveRequest__Output {
  'ratePerSecond': (number);
  'durationMs': (number);
  'lanes': (number);
  'seed': (string);
  'task': (_proctor_balancer_v1_ComputeRequest__Output | null);
  'timeoutMs': (number);
}
