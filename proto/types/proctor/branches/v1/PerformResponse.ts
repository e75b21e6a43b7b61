// Original file: branches.proto

import type { Version as _proctor_branches_v1_Version, Version__Output as _proctor_branches_v1_Version__Output } from '../../../proctor/branches/v1/Version.ts';
import type { MessageEvent as _proctor_branches_v1_MessageEvent, MessageEvent__Output as _proctor_branches_v1_MessageEvent__Output } from '../../../proctor/branches/v1/MessageEvent.ts';
import type { Long } from '@grpc/proto-loader';

export interface PerformResponse {
  'success'?: (boolean);
  'balance'?: (number | string | Long);
  'seen'?: (_proctor_branches_v1_Version)[];
  'write'?: (_proctor_branches_v1_Version | null);
  'events'?: (_proctor_branches_v1_MessageEvent)[];
}

export interface PerformResponse__Output {
  'success': (boolean);
  'balance': (string);
  'seen': (_proctor_branches_v1_Version__Output)[];
  'write': (_proctor_branches_v1_Version__Output | null);
  'events': (_proctor_branches_v1_MessageEvent__Output)[];
}
