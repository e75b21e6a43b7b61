// Original file: branches.proto

import type { Caller as _proctor_branches_v1_Caller, Caller__Output as _proctor_branches_v1_Caller__Output } from '../../../proctor/branches/v1/Caller.ts';

export interface QueryRequest {
  'caller'?: (_proctor_branches_v1_Caller | null);
}

export interface QueryRequest__Output {
  'caller': (_proctor_branches_v1_Caller__Output | null);
}
