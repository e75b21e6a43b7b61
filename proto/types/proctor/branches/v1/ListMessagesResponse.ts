// Original file: branches.proto

import type { MessageEvent as _proctor_branches_v1_MessageEvent, MessageEvent__Output as _proctor_branches_v1_MessageEvent__Output } from '../../../proctor/branches/v1/MessageEvent.ts';

export interface ListMessagesResponse {
  'events'?: (_proctor_branches_v1_MessageEvent)[];
}

export interface ListMessagesResponse__Output {
  'events': (_proctor_branches_v1_MessageEvent__Output)[];
}
