// Original file: strife.proto

import type { Long } from '@grpc/proto-loader';

export interface AuditedTransaction {
  'transaction'?: (string);
  'debit'?: (string);
  'credit'?: (string);
  'amount'?: (number | string | Long);
  'phase'?: (string);
  'votedYes'?: (boolean);
}

export interface AuditedTransaction__Output {
  'transaction': (string);
  'debit': (string);
  'credit': (string);
  'amount': (string);
  'phase': (string);
  'votedYes': (boolean);
}
