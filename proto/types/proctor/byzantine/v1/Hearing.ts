// Original file: byzantine.proto

import type { Message as _proctor_byzantine_v1_Message, Message__Output as _proctor_byzantine_v1_Message__Output } from '../../../proctor/byzantine/v1/Message.ts';

export interface Hearing {
  'round'?: (number);
  'sender'?: (number);
  'messages'?: (_proctor_byzantine_v1_Message)[];
  'silent'?: (boolean);
}

export interface Hearing__Output {
  'round': (number);
  'sender': (number);
  'messages': (_proctor_byzantine_v1_Message__Output)[];
  'silent': (boolean);
}
