// Original file: balancer.proto

import type { Long } from '@grpc/proto-loader';

export interface ComputeRequest {
  'task'?: (string);
  'size'?: (number | string | Long);
  'distribution'?: (string);
}

export interface ComputeRequest__Output {
  'task': (string);
  'size': (string);
  'distribution': (string);
}
