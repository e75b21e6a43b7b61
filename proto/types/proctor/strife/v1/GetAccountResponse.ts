// Original file: strife.proto

import type { Long } from '@grpc/proto-loader';

export interface GetAccountResponse {
  'owner'?: (string);
  'balance'?: (number | string | Long);
  'held'?: (number | string | Long);
}

export interface GetAccountResponse__Output {
  'owner': (string);
  'balance': (string);
  'held': (string);
}
