// Original file: strife.proto

import type { Vote as _proctor_strife_v1_Vote, Vote__Output as _proctor_strife_v1_Vote__Output } from '../../../proctor/strife/v1/Vote.ts';
import type { Refusal as _proctor_strife_v1_Refusal, Refusal__Output as _proctor_strife_v1_Refusal__Output } from '../../../proctor/strife/v1/Refusal.ts';

export interface PrepareResponse {
  'vote'?: (_proctor_strife_v1_Vote);
  'refusal'?: (_proctor_strife_v1_Refusal);
}

export interface PrepareResponse__Output {
  'vote': (_proctor_strife_v1_Vote__Output);
  'refusal': (_proctor_strife_v1_Refusal__Output);
}
