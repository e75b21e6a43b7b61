// Original file: byzantine.proto

import type { Order as _proctor_byzantine_v1_Order, Order__Output as _proctor_byzantine_v1_Order__Output } from '../../../proctor/byzantine/v1/Order.ts';
import type { Votes as _proctor_byzantine_v1_Votes, Votes__Output as _proctor_byzantine_v1_Votes__Output } from '../../../proctor/byzantine/v1/Votes.ts';

export interface MarchResponse {
  'decision'?: (_proctor_byzantine_v1_Order);
  'messages'?: (number);
  'calls'?: (number);
  'late'?: (number)[];
  'votes'?: (_proctor_byzantine_v1_Votes | null);
}

export interface MarchResponse__Output {
  'decision': (_proctor_byzantine_v1_Order__Output);
  'messages': (number);
  'calls': (number);
  'late': (number)[];
  'votes': (_proctor_byzantine_v1_Votes__Output | null);
}
