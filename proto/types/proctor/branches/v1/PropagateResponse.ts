// Original file: branches.proto

import type { Long } from '@grpc/proto-loader';

export interface PropagateResponse {
  'applied'?: (number | string | Long);
  'clock'?: (number | string | Long);
}

export interface PropagateResponse__Output {
  'applied': (string);
  'clock': (string);
}
