// Original file: filestore.proto

import type { Long } from '@grpc/proto-loader';

export interface Member {
  'id'?: (string);
  'address'?: (string);
  'incarnation'?: (number | string | Long);
}

export interface Member__Output {
  'id': (string);
  'address': (string);
  'incarnation': (string);
}
