// Original file: filestore.proto

import type { Member as _proctor_filestore_v1_Member, Member__Output as _proctor_filestore_v1_Member__Output } from '../../../proctor/filestore/v1/Member.ts';

export interface Reservation {
  'ticket'?: (string);
  'uuid'?: (string);
  'name'?: (string);
  'members'?: (_proctor_filestore_v1_Member)[];
  'leaseMs'?: (number);
}

export interface Reservation__Output {
  'ticket': (string);
  'uuid': (string);
  'name': (string);
  'members': (_proctor_filestore_v1_Member__Output)[];
  'leaseMs': (number);
}
