// Original file: strife.proto

import type { Long } from '@grpc/proto-loader';

export interface PrepareRequest {
  'transaction'?: (string);
  'debit'?: (string);
  'credit'?: (string);
  'amount'?: (number | string | Long);
  'coordinators'?: (string)[];
}

export interface PrepareRequest__Output {
  'transaction': (string);
  'debit': (string);
  'credit': (string);
  'amount': (string);
  'coordinators': (string)[];
}
