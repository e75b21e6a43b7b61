// Original file: balancer.proto

import type { Endpoint as _proctor_balancer_v1_Endpoint, Endpoint__Output as _proctor_balancer_v1_Endpoint__Output } from '../../../proctor/balancer/v1/Endpoint.ts';
import type { Long } from '@grpc/proto-loader';

export interface RegisterRequest {
  'backend'?: (_proctor_balancer_v1_Endpoint | null);
  'incarnation'?: (number | string | Long);
}

export interface RegisterRequest__Output {
  'backend': (_proctor_balancer_v1_Endpoint__Output | null);
  'incarnation': (string);
}
