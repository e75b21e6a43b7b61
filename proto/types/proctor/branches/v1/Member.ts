// Original file: branches.proto

import type { Long } from '@grpc/proto-loader';

export interface Member {
  'id'?: (number | string | Long);
  'address'?: (string);
  'start'?: (number | string | Long);
}

export interface Member__Output {
  'id': (string);
  'address': (string);
  'start': (string);
}
