// Original file: byzantine.proto

import type { Order as _proctor_byzantine_v1_Order, Order__Output as _proctor_byzantine_v1_Order__Output } from '../../../proctor/byzantine/v1/Order.ts';

export interface Message {
  'path'?: (string);
  'order'?: (_proctor_byzantine_v1_Order);
  'signatures'?: (Buffer | Uint8Array | string)[];
}

export interface Message__Output {
  'path': (string);
  'order': (_proctor_byzantine_v1_Order__Output);
  'signatures': (Buffer)[];
}
