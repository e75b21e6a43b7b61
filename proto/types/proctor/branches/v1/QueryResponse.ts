// Original file: branches.proto

import type { Version as _proctor_branches_v1_Version, Version__Output as _proctor_branches_v1_Version__Output } from '../../../proctor/branches/v1/Version.ts';
import type { Long } from '@grpc/proto-loader';

export interface QueryResponse {
  'balance'?: (number | string | Long);
  'seen'?: (_proctor_branches_v1_Version)[];
  'clock'?: (number | string | Long);
}

export interface QueryResponse__Output {
  'balance': (string);
  'seen': (_proctor_branches_v1_Version__Output)[];
  'clock': (string);
}
