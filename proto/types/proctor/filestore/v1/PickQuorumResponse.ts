// Original file: filestore.proto

import type { Member as _proctor_filestore_v1_Member, Member__Output as _proctor_filestore_v1_Member__Output } from '../../../proctor/filestore/v1/Member.ts';

export interface PickQuorumResponse {
  'members'?: (_proctor_filestore_v1_Member)[];
}

export interface PickQuorumResponse__Output {
  'members': (_proctor_filestore_v1_Member__Output)[];
}
