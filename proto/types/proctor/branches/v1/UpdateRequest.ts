// Original file: branches.proto

import type { Caller as _proctor_branches_v1_Caller, Caller__Output as _proctor_branches_v1_Caller__Output } from '../../../proctor/branches/v1/Caller.ts';
import type { Long } from '@grpc/proto-loader';

export interface UpdateRequest {
  'caller'?: (_proctor_branches_v1_Caller | null);
  'money'?: (number | string | Long);
}

export interface UpdateRequest__Output {
  'caller': (_proctor_branches_v1_Caller__Output | null);
  'money': (string);
}
