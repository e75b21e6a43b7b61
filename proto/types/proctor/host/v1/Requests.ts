// Original file: host.proto

import type { Request as _proctor_host_v1_Request, Request__Output as _proctor_host_v1_Request__Output } from '../../../proctor/host/v1/Request.ts';

export interface Requests {
  'requests'?: (_proctor_host_v1_Request)[];
  'cancelled'?: (number)[];
}

export interface Requests__Output {
  'requests': (_proctor_host_v1_Request__Output)[];
  'cancelled': (number)[];
}
