// Original file: branches.proto

import type { Long } from '@grpc/proto-loader';

export interface PerformRequest {
  'branch'?: (number | string | Long);
  'address'?: (string);
  'operation'?: (string);
  'money'?: (number | string | Long);
  'request'?: (string);
  'number'?: (number | string | Long);
}

export interface PerformRequest__Output {
  'branch': (string);
  'address': (string);
  'operation': (string);
  'money': (string);
  'request': (string);
  'number': (string);
}
