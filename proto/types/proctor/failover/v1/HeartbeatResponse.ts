// Original file: failover.proto

import type { Long } from '@grpc/proto-loader';

export interface HeartbeatResponse {
  'epoch'?: (number);
  'primary'?: (boolean);
  'number'?: (number);
  'leaseMs'?: (number | string);
  'committed'?: (number | string | Long);
}

export interface HeartbeatResponse__Output {
  'epoch': (number);
  'primary': (boolean);
  'number': (number);
  'leaseMs': (number);
  'committed': (string);
}
