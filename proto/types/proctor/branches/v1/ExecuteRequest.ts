// Original file: branches.proto

import type { Order as _proctor_branches_v1_Order, Order__Output as _proctor_branches_v1_Order__Output } from '../../../proctor/branches/v1/Order.ts';

export interface ExecuteRequest {
  'orders'?: (_proctor_branches_v1_Order)[];
}

export interface ExecuteRequest__Output {
  'orders': (_proctor_branches_v1_Order__Output)[];
}
