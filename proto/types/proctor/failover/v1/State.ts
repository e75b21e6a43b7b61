// Original file: failover.proto

import type { Membership as _proctor_failover_v1_Membership, Membership__Output as _proctor_failover_v1_Membership__Output } from '../../../proctor/failover/v1/Membership.ts';
import type { Long } from '@grpc/proto-loader';

export interface State {
  'rank'?: (number);
  'promised'?: (number);
  'normalEpoch'?: (number);
  'sequence'?: (number | string | Long);
  'membership'?: (_proctor_failover_v1_Membership | null);
  'primary'?: (boolean);
}

export interface State__Output {
  'rank': (number);
  'promised': (number);
  'normalEpoch': (number);
  'sequence': (string);
  'membership': (_proctor_failover_v1_Membership__Output | null);
  'primary': (boolean);
}
