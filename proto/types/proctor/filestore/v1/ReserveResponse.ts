// Original file: filestore.proto

import type { BlockedBy as _proctor_filestore_v1_BlockedBy, BlockedBy__Output as _proctor_filestore_v1_BlockedBy__Output } from '../../../proctor/filestore/v1/BlockedBy.ts';
import type { FileObject as _proctor_filestore_v1_FileObject, FileObject__Output as _proctor_filestore_v1_FileObject__Output } from '../../../proctor/filestore/v1/FileObject.ts';

export interface ReserveResponse {
  'blocked'?: (_proctor_filestore_v1_BlockedBy | null);
  'held'?: (_proctor_filestore_v1_FileObject | null);
  'namesake'?: (string);
}

export interface ReserveResponse__Output {
  'blocked': (_proctor_filestore_v1_BlockedBy__Output | null);
  'held': (_proctor_filestore_v1_FileObject__Output | null);
  'namesake': (string);
}
