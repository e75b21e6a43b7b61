// Original file: strife.proto

import type { Outcome as _proctor_strife_v1_Outcome, Outcome__Output as _proctor_strife_v1_Outcome__Output } from '../../../proctor/strife/v1/Outcome.ts';
import type { Long } from '@grpc/proto-loader';

export interface Receipt {
  'key'?: (string);
  'transaction'?: (string);
  'payer'?: (string);
  'payee'?: (string);
  'amount'?: (number | string | Long);
  'outcome'?: (_proctor_strife_v1_Outcome);
  'reason'?: (string);
  'decidedAtMs'?: (number | string | Long);
}

export interface Receipt__Output {
  'key': (string);
  'transaction': (string);
  'payer': (string);
  'payee': (string);
  'amount': (string);
  'outcome': (_proctor_strife_v1_Outcome__Output);
  'reason': (string);
  'decidedAtMs': (string);
}
