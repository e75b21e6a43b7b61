// Original file: branches.proto

import type { Member as _proctor_branches_v1_Member, Member__Output as _proctor_branches_v1_Member__Output } from '../../../proctor/branches/v1/Member.ts';

export interface JoinRequest {
  'member'?: (_proctor_branches_v1_Member | null);
}

export interface JoinRequest__Output {
  'member': (_proctor_branches_v1_Member__Output | null);
}
