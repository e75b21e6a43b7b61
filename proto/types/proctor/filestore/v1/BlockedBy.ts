// Original file: filestore.proto

import type { Reservation as _proctor_filestore_v1_Reservation, Reservation__Output as _proctor_filestore_v1_Reservation__Output } from '../../../proctor/filestore/v1/Reservation.ts';

export interface BlockedBy {
  'reservation'?: (_proctor_filestore_v1_Reservation | null);
  'lapsed'?: (boolean);
}

export interface BlockedBy__Output {
  'reservation': (_proctor_filestore_v1_Reservation__Output | null);
  'lapsed': (boolean);
}
