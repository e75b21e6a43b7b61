// Original file: failover.proto

import type { State as _proctor_failover_v1_State, State__Output as _proctor_failover_v1_State__Output } from '../../../proctor/failover/v1/State.ts';

export interface PromiseResponse {
  'promised'?: (boolean);
  'state'?: (_proctor_failover_v1_State | null);
}

export interface PromiseResponse__Output {
  'promised': (boolean);
  'state': (_proctor_failover_v1_State__Output | null);
}
