// Original file: branches.proto

import type { OrderResult as _proctor_branches_v1_OrderResult, OrderResult__Output as _proctor_branches_v1_OrderResult__Output } from '../../../proctor/branches/v1/OrderResult.ts';

export interface ExecuteResponse {
  'results'?: (_proctor_branches_v1_OrderResult)[];
}

export interface ExecuteResponse__Output {
  'results': (_proctor_branches_v1_OrderResult__Output)[];
}
