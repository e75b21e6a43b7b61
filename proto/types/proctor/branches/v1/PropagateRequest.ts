// Original file: branches.proto

import type { Update as _proctor_branches_v1_Update, Update__Output as _proctor_branches_v1_Update__Output } from '../../../proctor/branches/v1/Update.ts';
import type { Long } from '@grpc/proto-loader';

export interface PropagateRequest {
  'origin'?: (number | string | Long);
  'updates'?: (_proctor_branches_v1_Update)[];
  'clock'?: (number | string | Long);
}

export interface PropagateRequest__Output {
  'origin': (string);
  'updates': (_proctor_branches_v1_Update__Output)[];
  'clock': (string);
}
