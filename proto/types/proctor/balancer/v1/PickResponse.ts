// Original file: balancer.proto

import type { Choice as _proctor_balancer_v1_Choice, Choice__Output as _proctor_balancer_v1_Choice__Output } from '../../../proctor/balancer/v1/Choice.ts';
import type { Endpoint as _proctor_balancer_v1_Endpoint, Endpoint__Output as _proctor_balancer_v1_Endpoint__Output } from '../../../proctor/balancer/v1/Endpoint.ts';

export interface PickResponse {
  'choices'?: (_proctor_balancer_v1_Choice)[];
  'lifetimeMs'?: (number);
  'policy'?: (string);
  'listVersion'?: (string);
  'backends'?: (_proctor_balancer_v1_Endpoint)[];
}

export interface PickResponse__Output {
  'choices': (_proctor_balancer_v1_Choice__Output)[];
  'lifetimeMs': (number);
  'policy': (string);
  'listVersion': (string);
  'backends': (_proctor_balancer_v1_Endpoint__Output)[];
}
