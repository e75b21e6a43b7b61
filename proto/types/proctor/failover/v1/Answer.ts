// Original file: failover.proto

import type { Long } from '@grpc/proto-loader';

export interface Answer {
  'client'?: (string);
  'number'?: (number | string | Long);
  'sequence'?: (number | string | Long);
  'found'?: (boolean);
  'old'?: (string);
}

export interface Answer__Output {
  'client': (string);
  'number': (string);
  'sequence': (string);
  'found': (boolean);
  'old': (string);
}
