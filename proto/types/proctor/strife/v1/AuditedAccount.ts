// Original file: strife.proto

import type { Long } from '@grpc/proto-loader';

export interface AuditedAccount {
  'account'?: (string);
  'owner'?: (string);
  'opening'?: (number | string | Long);
  'balance'?: (number | string | Long);
  'held'?: (number | string | Long);
  'forgotten'?: (number | string | Long);
}

export interface AuditedAccount__Output {
  'account': (string);
  'owner': (string);
  'opening': (string);
  'balance': (string);
  'held': (string);
  'forgotten': (string);
}
