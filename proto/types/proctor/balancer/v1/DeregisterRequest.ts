// Original file: balancer.proto

import type { Long } from '@grpc/proto-loader';

export interface DeregisterRequest {
  'id'?: (string);
  'incarnation'?: (number | string | Long);
}

export interface DeregisterRequest__Output {
  'id': (string);
  'incarnation': (string);
}
