// Original file: failover.proto

import type { Membership as _proctor_failover_v1_Membership, Membership__Output as _proctor_failover_v1_Membership__Output } from '../../../proctor/failover/v1/Membership.ts';
import type { EpochStart as _proctor_failover_v1_EpochStart, EpochStart__Output as _proctor_failover_v1_EpochStart__Output } from '../../../proctor/failover/v1/EpochStart.ts';
import type { Entry as _proctor_failover_v1_Entry, Entry__Output as _proctor_failover_v1_Entry__Output } from '../../../proctor/failover/v1/Entry.ts';
import type { Answer as _proctor_failover_v1_Answer, Answer__Output as _proctor_failover_v1_Answer__Output } from '../../../proctor/failover/v1/Answer.ts';
import type { Long } from '@grpc/proto-loader';

export interface ReplicateRequest {
  'epoch'?: (number);
  'membership'?: (_proctor_failover_v1_Membership | null);
  'committed'?: (number | string | Long);
  'history'?: (_proctor_failover_v1_EpochStart)[];
  'after'?: (number | string | Long);
  'entries'?: (_proctor_failover_v1_Entry)[];
  'answers'?: (_proctor_failover_v1_Answer)[];
  'last'?: (number | string | Long);
  'more'?: (boolean);
  'durable'?: (boolean);
}

export interface ReplicateRequest__Output {
  'epoch': (number);
  'membership': (_proctor_failover_v1_Membership__Output | null);
  'committed': (string);
  'history': (_proctor_failover_v1_EpochStart__Output)[];
  'after': (string);
  'entries': (_proctor_failover_v1_Entry__Output)[];
  'answers': (_proctor_failover_v1_Answer__Output)[];
  'last': (string);
  'more': (boolean);
  'durable': (boolean);
}
