// Original file: filestore.proto

import type { Member as _proctor_filestore_v1_Member, Member__Output as _proctor_filestore_v1_Member__Output } from '../../../proctor/filestore/v1/Member.ts';

export interface RegisterResponse {
  'primary'?: (_proctor_filestore_v1_Member | null);
  'leaseMs'?: (number);
}

export interface RegisterResponse__Output {
  'primary': (_proctor_filestore_v1_Member__Output | null);
  'leaseMs': (number);
}
