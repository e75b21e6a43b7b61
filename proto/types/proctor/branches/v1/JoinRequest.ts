// Original file: branches.proto

import type { Member as _proctor_branches_v1_Member, Member__Output as _proctor_branches_v1_Member__Output } from '../../../proctor/branches/v1/Member.ts';
import type { Long } from '@grpc/proto-loader';

export interface JoinRequest {
  'member'?: (_proctor_branches_v1_Member | null);
  'mode'?: (string);
  'opening'?: (number | string | Long);
}

export interface JoinRequest__Output {
  'member': (_proctor_branches_v1_Member__Output | null);
  'mode': (string);
  'opening': (string);
}
