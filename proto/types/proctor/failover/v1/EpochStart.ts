// Original file: failover.proto

import type { Long } from '@grpc/proto-loader';

export interface EpochStart {
  'epoch'?: (number);
  'after'?: (number | string | Long);
}

export interface EpochStart__Output {
  'epoch': (number);
  'after': (string);
}
