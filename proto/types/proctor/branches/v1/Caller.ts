// Original file: branches.proto

import type { Version as _proctor_branches_v1_Version, Version__Output as _proctor_branches_v1_Version__Output } from '../../../proctor/branches/v1/Version.ts';
import type { Long } from '@grpc/proto-loader';

export interface Caller {
  'request'?: (string);
  'customer'?: (number | string | Long);
  'number'?: (number | string | Long);
  'clock'?: (number | string | Long);
  'reads'?: (_proctor_branches_v1_Version)[];
  'writes'?: (_proctor_branches_v1_Version)[];
}

export interface Caller__Output {
  'request': (string);
  'customer': (string);
  'number': (string);
  'clock': (string);
  'reads': (_proctor_branches_v1_Version__Output)[];
  'writes': (_proctor_branches_v1_Version__Output)[];
}
