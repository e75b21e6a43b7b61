// Original file: failover.proto

import type { Pair as _proctor_failover_v1_Pair, Pair__Output as _proctor_failover_v1_Pair__Output } from '../../../proctor/failover/v1/Pair.ts';

export interface ScanResponse {
  'pairs'?: (_proctor_failover_v1_Pair)[];
}

export interface ScanResponse__Output {
  'pairs': (_proctor_failover_v1_Pair__Output)[];
}
