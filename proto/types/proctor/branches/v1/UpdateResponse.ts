// Original file: branches.proto

import type { Version as _proctor_branches_v1_Version, Version__Output as _proctor_branches_v1_Version__Output } from '../../../proctor/branches/v1/Version.ts';
import type { Long } from '@grpc/proto-loader';

export interface UpdateResponse {
  'success'?: (boolean);
  'write'?: (_proctor_branches_v1_Version | null);
  'clock'?: (number | string | Long);
}

export interface UpdateResponse__Output {
  'success': (boolean);
  'write': (_proctor_branches_v1_Version__Output | null);
  'clock': (string);
}
