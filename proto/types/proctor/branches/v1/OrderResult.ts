// Original file: branches.proto

import type { Version as _proctor_branches_v1_Version, Version__Output as _proctor_branches_v1_Version__Output } from '../../../proctor/branches/v1/Version.ts';

export interface OrderResult {
  'success'?: (boolean);
  'write'?: (_proctor_branches_v1_Version | null);
  'failure'?: (string);
  'code'?: (string);
  'definite'?: (boolean);
}

export interface OrderResult__Output {
  'success': (boolean);
  'write': (_proctor_branches_v1_Version__Output | null);
  'failure': (string);
  'code': (string);
  'definite': (boolean);
}
