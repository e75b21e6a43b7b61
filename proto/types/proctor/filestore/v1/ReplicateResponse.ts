// Original file: filestore.proto

import type { Long } from '@grpc/proto-loader';

export interface ReplicateResponse {
  'applied'?: (number | string | Long);
  'serving'?: (boolean);
}

export interface ReplicateResponse__Output {
  'applied': (string);
  'serving': (boolean);
}
