// Original file: strife.proto

import type { Decision as _proctor_strife_v1_Decision, Decision__Output as _proctor_strife_v1_Decision__Output } from '../../../proctor/strife/v1/Decision.ts';

export interface ResolveResponse {
  'decisions'?: (_proctor_strife_v1_Decision)[];
}

export interface ResolveResponse__Output {
  'decisions': (_proctor_strife_v1_Decision__Output)[];
}
