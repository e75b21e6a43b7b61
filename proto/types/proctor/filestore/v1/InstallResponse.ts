// Original file: filestore.proto

import type { BlockedBy as _proctor_filestore_v1_BlockedBy, BlockedBy__Output as _proctor_filestore_v1_BlockedBy__Output } from '../../../proctor/filestore/v1/BlockedBy.ts';

export interface InstallResponse {
  'blocked'?: (_proctor_filestore_v1_BlockedBy | null);
}

export interface InstallResponse__Output {
  'blocked': (_proctor_filestore_v1_BlockedBy__Output | null);
}
