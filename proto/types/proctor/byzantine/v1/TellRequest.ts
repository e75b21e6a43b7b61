// Original file: byzantine.proto

import type { Message as _proctor_byzantine_v1_Message, Message__Output as _proctor_byzantine_v1_Message__Output } from '../../../proctor/byzantine/v1/Message.ts';

export interface TellRequest {
  'campaign'?: (number);
  'round'?: (number);
  'messages'?: (_proctor_byzantine_v1_Message)[];
}

export interface TellRequest__Output {
  'campaign': (number);
  'round': (number);
  'messages': (_proctor_byzantine_v1_Message__Output)[];
}
