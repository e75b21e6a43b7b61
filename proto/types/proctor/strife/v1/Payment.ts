// Original file: strife.proto

import type { Long } from '@grpc/proto-loader';

export interface Payment {
  'key'?: (string);
  'transaction'?: (string);
  'payer'?: (string);
  'payee'?: (string);
  'amount'?: (number | string | Long);
  'state'?: (string);
  'createdAtMs'?: (number | string | Long);
  'attempts'?: (number);
}

export interface Payment__Output {
  'key': (string);
  'transaction': (string);
  'payer': (string);
  'payee': (string);
  'amount': (string);
  'state': (string);
  'createdAtMs': (string);
  'attempts': (number);
}
