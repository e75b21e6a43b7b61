// Original file: filestore.proto

import type { Long } from '@grpc/proto-loader';

export interface ReplicateResponse {
  'applied'?: (number | string | Long);
}

export interface ReplicateResponse__Output {
  'applied': (string);
}
