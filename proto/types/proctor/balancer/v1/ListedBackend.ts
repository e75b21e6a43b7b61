// Original file: balancer.proto

import type { Endpoint as _proctor_balancer_v1_Endpoint, Endpoint__Output as _proctor_balancer_v1_Endpoint__Output } from '../../../proctor/balancer/v1/Endpoint.ts';
import type { Load as _proctor_balancer_v1_Load, Load__Output as _proctor_balancer_v1_Load__Output } from '../../../proctor/balancer/v1/Load.ts';
import type { Long } from '@grpc/proto-loader';

export interface ListedBackend {
  'backend'?: (_proctor_balancer_v1_Endpoint | null);
  'incarnation'?: (number | string | Long);
  'load'?: (_proctor_balancer_v1_Load | null);
  'handedOut'?: (number);
  'handedOutInAll'?: (number | string | Long);
}

export interface ListedBackend__Output {
  'backend': (_proctor_balancer_v1_Endpoint__Output | null);
  'incarnation': (string);
  'load': (_proctor_balancer_v1_Load__Output | null);
  'handedOut': (number);
  'handedOutInAll': (string);
}
