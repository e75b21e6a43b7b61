// Original file: branches.proto

import type { Version as _proctor_branches_v1_Version, Version__Output as _proctor_branches_v1_Version__Output } from '../../../proctor/branches/v1/Version.ts';
import type { Long } from '@grpc/proto-loader';

export interface Update {
  'sequence'?: (number | string | Long);
  'withdraw'?: (boolean);
  'money'?: (number | string | Long);
  'request'?: (string);
  'number'?: (number | string | Long);
  'after'?: (_proctor_branches_v1_Version)[];
}

export interface Update__Output {
  'sequence': (string);
  'withdraw': (boolean);
  'money': (string);
  'request': (string);
  'number': (string);
  'after': (_proctor_branches_v1_Version__Output)[];
}
