// Original file: byzantine.proto

import type { Hearing as _proctor_byzantine_v1_Hearing, Hearing__Output as _proctor_byzantine_v1_Hearing__Output } from '../../../proctor/byzantine/v1/Hearing.ts';
import type { Belief as _proctor_byzantine_v1_Belief, Belief__Output as _proctor_byzantine_v1_Belief__Output } from '../../../proctor/byzantine/v1/Belief.ts';

export interface GiveAccountResponse {
  'hearings'?: (_proctor_byzantine_v1_Hearing)[];
  'beliefs'?: (_proctor_byzantine_v1_Belief)[];
}

export interface GiveAccountResponse__Output {
  'hearings': (_proctor_byzantine_v1_Hearing__Output)[];
  'beliefs': (_proctor_byzantine_v1_Belief__Output)[];
}
