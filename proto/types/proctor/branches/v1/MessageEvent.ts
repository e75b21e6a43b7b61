// Original file: branches.proto

import type { Long } from '@grpc/proto-loader';

export interface MessageEvent {
  'kind'?: (string);
  'operation'?: (string);
  'sent'?: (boolean);
  'peer'?: (string);
  'request'?: (string);
  'number'?: (number | string | Long);
  'clock'?: (number | string | Long);
}

export interface MessageEvent__Output {
  'kind': (string);
  'operation': (string);
  'sent': (boolean);
  'peer': (string);
  'request': (string);
  'number': (string);
  'clock': (string);
}
