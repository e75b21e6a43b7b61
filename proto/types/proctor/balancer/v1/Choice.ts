// Original file: balancer.proto

import type { Endpoint as _proctor_balancer_v1_Endpoint, Endpoint__Output as _proctor_balancer_v1_Endpoint__Output } from '../../../proctor/balancer/v1/Endpoint.ts';

export interface Choice {
  'backend'?: (_proctor_balancer_v1_Endpoint | null);
  'calls'?: (number);
}

export interface Choice__Output {
  'backend': (_proctor_balancer_v1_Endpoint__Output | null);
  'calls': (number);
}
