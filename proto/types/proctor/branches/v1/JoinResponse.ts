// Original file: branches.proto

import type { Member as _proctor_branches_v1_Member, Member__Output as _proctor_branches_v1_Member__Output } from '../../../proctor/branches/v1/Member.ts';
import type { Long } from '@grpc/proto-loader';

export interface JoinResponse {
  'member'?: (_proctor_branches_v1_Member | null);
  'members'?: (_proctor_branches_v1_Member)[];
  'last'?: (number | string | Long);
}

export interface JoinResponse__Output {
  'member': (_proctor_branches_v1_Member__Output | null);
  'members': (_proctor_branches_v1_Member__Output)[];
  'last': (string);
}
