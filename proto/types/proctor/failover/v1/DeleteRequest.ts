// Original file: failover.proto

import type { Long } from '@grpc/proto-loader';

export interface DeleteRequest {
  'key'?: (string);
  'client'?: (string);
  'number'?: (number | string | Long);
}

export interface DeleteRequest__Output {
  'key': (string);
  'client': (string);
  'number': (string);
}
