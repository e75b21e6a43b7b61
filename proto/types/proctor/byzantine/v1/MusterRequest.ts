// Original file: byzantine.proto

import type { Algorithm as _proctor_byzantine_v1_Algorithm, Algorithm__Output as _proctor_byzantine_v1_Algorithm__Output } from '../../../proctor/byzantine/v1/Algorithm.ts';
import type { Recruit as _proctor_byzantine_v1_Recruit, Recruit__Output as _proctor_byzantine_v1_Recruit__Output } from '../../../proctor/byzantine/v1/Recruit.ts';
import type { Order as _proctor_byzantine_v1_Order, Order__Output as _proctor_byzantine_v1_Order__Output } from '../../../proctor/byzantine/v1/Order.ts';

export interface MusterRequest {
  'campaign'?: (number);
  'algorithm'?: (_proctor_byzantine_v1_Algorithm);
  'traitors'?: (number);
  'generals'?: (_proctor_byzantine_v1_Recruit)[];
  'roundMs'?: (number);
  'order'?: (_proctor_byzantine_v1_Order);
}

export interface MusterRequest__Output {
  'campaign': (number);
  'algorithm': (_proctor_byzantine_v1_Algorithm__Output);
  'traitors': (number);
  'generals': (_proctor_byzantine_v1_Recruit__Output)[];
  'roundMs': (number);
  'order': (_proctor_byzantine_v1_Order__Output);
}
