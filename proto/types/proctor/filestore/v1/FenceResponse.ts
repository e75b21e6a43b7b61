// Original file: filestore.proto

import type { FileObject as _proctor_filestore_v1_FileObject, FileObject__Output as _proctor_filestore_v1_FileObject__Output } from '../../../proctor/filestore/v1/FileObject.ts';

export interface FenceResponse {
  'installed'?: (_proctor_filestore_v1_FileObject | null);
}

export interface FenceResponse__Output {
  'installed': (_proctor_filestore_v1_FileObject__Output | null);
}
