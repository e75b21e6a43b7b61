// Original file: strife.proto

import type { Long } from '@grpc/proto-loader';

export interface AddAccountRequest {
  'account'?: (string);
  'owner'?: (string);
  'balance'?: (number | string | Long);
}

export interface AddAccountRequest__Output {
  'account': (string);
  'owner': (string);
  'balance': (string);
}
