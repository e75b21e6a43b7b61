// Original file: failover.proto

import type { Write as _proctor_failover_v1_Write, Write__Output as _proctor_failover_v1_Write__Output } from '../../../proctor/failover/v1/Write.ts';

export interface ForwardRequest {
  'writes'?: (_proctor_failover_v1_Write)[];
}

export interface ForwardRequest__Output {
  'writes': (_proctor_failover_v1_Write__Output)[];
}
