// Original file: filestore.proto

import type { Member as _proctor_filestore_v1_Member, Member__Output as _proctor_filestore_v1_Member__Output } from '../../../proctor/filestore/v1/Member.ts';

export interface ListReplicasResponse {
  'members'?: (_proctor_filestore_v1_Member)[];
  'primary'?: (_proctor_filestore_v1_Member | null);
  'protocol'?: (string);
}

export interface ListReplicasResponse__Output {
  'members': (_proctor_filestore_v1_Member__Output)[];
  'primary': (_proctor_filestore_v1_Member__Output | null);
  'protocol': (string);
}
