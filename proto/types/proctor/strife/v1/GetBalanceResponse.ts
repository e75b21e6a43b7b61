// Original file: strife.proto

import type { Long } from '@grpc/proto-loader';

export interface GetBalanceResponse {
  'balance'?: (number | string | Long);
  'available'?: (number | string | Long);
}

export interface GetBalanceResponse__Output {
  'balance': (string);
  'available': (string);
}
