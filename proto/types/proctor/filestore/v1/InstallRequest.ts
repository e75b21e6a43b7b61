// Original file: filestore.proto

import type { FileObject as _proctor_filestore_v1_FileObject, FileObject__Output as _proctor_filestore_v1_FileObject__Output } from '../../../proctor/filestore/v1/FileObject.ts';

export interface InstallRequest {
  'ticket'?: (string);
  'object'?: (_proctor_filestore_v1_FileObject | null);
  'settling'?: (boolean);
}

export interface InstallRequest__Output {
  'ticket': (string);
  'object': (_proctor_filestore_v1_FileObject__Output | null);
  'settling': (boolean);
}
