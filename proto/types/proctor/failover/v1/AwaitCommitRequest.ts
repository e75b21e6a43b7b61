// Original file: failover.proto

import type { Long } from '@grpc/proto-loader';

export interface AwaitCommitRequest {
  'epoch'?: (number);
  'sequence'?: (number | string | Long);
}

export interface AwaitCommitRequest__Output {
  'epoch': (number);
  'sequence': (string);
}
