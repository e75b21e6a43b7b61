// Original file: failover.proto

import type { Long } from '@grpc/proto-loader';

export interface ReplicateResponse {
  'promised'?: (number);
  'behind'?: (boolean);
  'sequence'?: (number | string | Long);
  'lostKeys'?: (string)[];
  'lostClients'?: (string)[];
}

export interface ReplicateResponse__Output {
  'promised': (number);
  'behind': (boolean);
  'sequence': (string);
  'lostKeys': (string)[];
  'lostClients': (string)[];
}
