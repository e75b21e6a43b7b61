// Original file: filestore.proto

import type { FileObject as _proctor_filestore_v1_FileObject, FileObject__Output as _proctor_filestore_v1_FileObject__Output } from '../../../proctor/filestore/v1/FileObject.ts';

export interface ReserveResponse {
  'granted'?: (boolean);
  'held'?: (_proctor_filestore_v1_FileObject | null);
  'namesake'?: (_proctor_filestore_v1_FileObject | null);
}

export interface ReserveResponse__Output {
  'granted': (boolean);
  'held': (_proctor_filestore_v1_FileObject__Output | null);
  'namesake': (_proctor_filestore_v1_FileObject__Output | null);
}
