// Original file: branches.proto

import type { Caller as _proctor_branches_v1_Caller, Caller__Output as _proctor_branches_v1_Caller__Output } from '../../../proctor/branches/v1/Caller.ts';
import type { Long } from '@grpc/proto-loader';

export interface Order {
  'withdraw'?: (boolean);
  'money'?: (number | string | Long);
  'caller'?: (_proctor_branches_v1_Caller | null);
}

export interface Order__Output {
  'withdraw': (boolean);
  'money': (string);
  'caller': (_proctor_branches_v1_Caller__Output | null);
}
