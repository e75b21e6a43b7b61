// Original file: host.proto

import type { Response as _proctor_host_v1_Response, Response__Output as _proctor_host_v1_Response__Output } from '../../../proctor/host/v1/Response.ts';

export interface Responses {
  'responses'?: (_proctor_host_v1_Response)[];
  'stopping'?: (boolean);
}

export interface Responses__Output {
  'responses': (_proctor_host_v1_Response__Output)[];
  'stopping': (boolean);
}
