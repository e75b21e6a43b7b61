// Original file: strife.proto

import type { AuditedAccount as _proctor_strife_v1_AuditedAccount, AuditedAccount__Output as _proctor_strife_v1_AuditedAccount__Output } from '../../../proctor/strife/v1/AuditedAccount.ts';
import type { AuditedTransaction as _proctor_strife_v1_AuditedTransaction, AuditedTransaction__Output as _proctor_strife_v1_AuditedTransaction__Output } from '../../../proctor/strife/v1/AuditedTransaction.ts';

export interface AuditResponse {
  'accounts'?: (_proctor_strife_v1_AuditedAccount)[];
  'transactions'?: (_proctor_strife_v1_AuditedTransaction)[];
}

export interface AuditResponse__Output {
  'accounts': (_proctor_strife_v1_AuditedAccount__Output)[];
  'transactions': (_proctor_strife_v1_AuditedTransaction__Output)[];
}
