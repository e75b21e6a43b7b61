// Original file: filestore.proto

import type { Long } from '@grpc/proto-loader';

export interface HeartbeatRequest {
  'id'?: (string);
  'incarnation'?: (number | string | Long);
}

export interface HeartbeatRequest__Output {
  'id': (string);
  'incarnation': (string);
}
