// Original file: strife.proto

import type { Long } from '@grpc/proto-loader';

export interface OpenAccountRequest {
  'account'?: (string);
  'owner'?: (string);
  'balance'?: (number | string | Long);
}

export interface OpenAccountRequest__Output {
  'account': (string);
  'owner': (string);
  'balance': (string);
}
