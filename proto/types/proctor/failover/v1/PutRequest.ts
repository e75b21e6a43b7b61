// Original file: failover.proto

import type { Long } from '@grpc/proto-loader';

export interface PutRequest {
  'key'?: (string);
  'value'?: (string);
  'client'?: (string);
  'number'?: (number | string | Long);
}

export interface PutRequest__Output {
  'key': (string);
  'value': (string);
  'client': (string);
  'number': (string);
}
