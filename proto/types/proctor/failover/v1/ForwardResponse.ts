// Original file: failover.proto

import type { Outcome as _proctor_failover_v1_Outcome, Outcome__Output as _proctor_failover_v1_Outcome__Output } from '../../../proctor/failover/v1/Outcome.ts';

export interface ForwardResponse {
  'outcomes'?: (_proctor_failover_v1_Outcome)[];
}

export interface ForwardResponse__Output {
  'outcomes': (_proctor_failover_v1_Outcome__Output)[];
}
