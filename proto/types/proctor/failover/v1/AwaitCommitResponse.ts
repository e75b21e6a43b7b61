// Original file: failover.proto

import type { Long } from '@grpc/proto-loader';

export interface AwaitCommitResponse {
  'committed'?: (number | string | Long);
}

export interface AwaitCommitResponse__Output {
  'committed': (string);
}
