// Original file: strife.proto

import type { Payment as _proctor_strife_v1_Payment, Payment__Output as _proctor_strife_v1_Payment__Output } from '../../../proctor/strife/v1/Payment.ts';

export interface ListPaymentsResponse {
  'payments'?: (_proctor_strife_v1_Payment)[];
}

export interface ListPaymentsResponse__Output {
  'payments': (_proctor_strife_v1_Payment__Output)[];
}
