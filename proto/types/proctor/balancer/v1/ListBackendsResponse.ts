// Original file: balancer.proto

import type { ListedBackend as _proctor_balancer_v1_ListedBackend, ListedBackend__Output as _proctor_balancer_v1_ListedBackend__Output } from '../../../proctor/balancer/v1/ListedBackend.ts';

export interface ListBackendsResponse {
  'policy'?: (string);
  'backends'?: (_proctor_balancer_v1_ListedBackend)[];
}

export interface ListBackendsResponse__Output {
  'policy': (string);
  'backends': (_proctor_balancer_v1_ListedBackend__Output)[];
}
