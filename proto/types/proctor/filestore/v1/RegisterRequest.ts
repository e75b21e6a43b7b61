// Original file: filestore.proto

import type { Member as _proctor_filestore_v1_Member, Member__Output as _proctor_filestore_v1_Member__Output } from '../../../proctor/filestore/v1/Member.ts';

export interface RegisterRequest {
  'member'?: (_proctor_filestore_v1_Member | null);
}

export interface RegisterRequest__Output {
  'member': (_proctor_filestore_v1_Member__Output | null);
}
