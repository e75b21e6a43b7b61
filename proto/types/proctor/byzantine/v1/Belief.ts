// Original file: byzantine.proto

import type { Order as _proctor_byzantine_v1_Order, Order__Output as _proctor_byzantine_v1_Order__Output } from '../../../proctor/byzantine/v1/Order.ts';

export interface Belief {
  'path'?: (string);
  'round'?: (number);
  'told'?: (boolean);
  'order'?: (_proctor_byzantine_v1_Order);
  'outcome'?: (_proctor_byzantine_v1_Order);
}

export interface Belief__Output {
  'path': (string);
  'round': (number);
  'told': (boolean);
  'order': (_proctor_byzantine_v1_Order__Output);
  'outcome': (_proctor_byzantine_v1_Order__Output);
}
