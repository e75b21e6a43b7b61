// Original file: strife.proto

import type { Long } from '@grpc/proto-loader';

export interface PayRequest {
  'key'?: (string);
  'payer'?: (string);
  'payee'?: (string);
  'amount'?: (number | string | Long);
}

export interface PayRequest__Output {
  'key': (string);
  'payer': (string);
  'payee': (string);
  'amount': (string);
}
