// Original file: filestore.proto

import type { Member as _proctor_filestore_v1_Member, Member__Output as _proctor_filestore_v1_Member__Output } from '../../../proctor/filestore/v1/Member.ts';
import type { Long } from '@grpc/proto-loader';

export interface UpdateMembersRequest {
  'generation'?: (number | string | Long);
  'members'?: (_proctor_filestore_v1_Member)[];
}

export interface UpdateMembersRequest__Output {
  'generation': (string);
  'members': (_proctor_filestore_v1_Member__Output)[];
}
