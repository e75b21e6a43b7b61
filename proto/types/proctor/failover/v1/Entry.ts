// Original file: failover.proto

import type { Long } from '@grpc/proto-loader';

export interface Entry {
  'key'?: (string);
  'value'?: (string);
  'deleted'?: (boolean);
  'sequence'?: (number | string | Long);
}

export interface Entry__Output {
  'key': (string);
  'value': (string);
  'deleted': (boolean);
  'sequence': (string);
}
