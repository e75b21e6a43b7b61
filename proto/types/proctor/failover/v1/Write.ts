// Original file: failover.proto

import type { Long } from '@grpc/proto-loader';

export interface Write {
  'key'?: (string);
  'value'?: (string);
  'delete'?: (boolean);
  'client'?: (string);
  'number'?: (number | string | Long);
}

export interface Write__Output {
  'key': (string);
  'value': (string);
  'delete': (boolean);
  'client': (string);
  'number': (string);
}
