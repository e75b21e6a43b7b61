// Original file: failover.proto

import type { Long } from '@grpc/proto-loader';

export interface StatusResponse {
  'rank'?: (number);
  'phase'?: (string);
  'serving'?: (boolean);
  'epoch'?: (number);
  'primary'?: (number);
  'live'?: (number)[];
  'dead'?: (number)[];
  'sequence'?: (number | string | Long);
  'committed'?: (number | string | Long);
  'durable'?: (number | string | Long);
  'keys'?: (number | string | Long);
  'guarantee'?: (string);
}

export interface StatusResponse__Output {
  'rank': (number);
  'phase': (string);
  'serving': (boolean);
  'epoch': (number);
  'primary': (number);
  'live': (number)[];
  'dead': (number)[];
  'sequence': (string);
  'committed': (string);
  'durable': (string);
  'keys': (string);
  'guarantee': (string);
}
