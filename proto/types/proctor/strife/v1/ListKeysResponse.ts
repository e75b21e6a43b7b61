// Original file: strife.proto

import type { KnownKey as _proctor_strife_v1_KnownKey, KnownKey__Output as _proctor_strife_v1_KnownKey__Output } from '../../../proctor/strife/v1/KnownKey.ts';

export interface ListKeysResponse {
  'keys'?: (_proctor_strife_v1_KnownKey)[];
}

export interface ListKeysResponse__Output {
  'keys': (_proctor_strife_v1_KnownKey__Output)[];
}
