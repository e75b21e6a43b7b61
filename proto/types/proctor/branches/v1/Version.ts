// Original file: branches.proto

import type { Long } from '@grpc/proto-loader';

export interface Version {
  'branch'?: (number | string | Long);
  'sequence'?: (number | string | Long);
}

export interface Version__Output {
  'branch': (string);
  'sequence': (string);
}
