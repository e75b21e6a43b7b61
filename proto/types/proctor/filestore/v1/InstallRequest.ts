// Original file: filestore.proto

import type { FileObject as _proctor_filestore_v1_FileObject, FileObject__Output as _proctor_filestore_v1_FileObject__Output } from '../../../proctor/filestore/v1/FileObject.ts';

export interface InstallRequest {
  'ticket'?: (string);
  'objects'?: (_proctor_filestore_v1_FileObject)[];
}

export interface InstallRequest__Output {
  'ticket': (string);
  'objects': (_proctor_filestore_v1_FileObject__Output)[];
}
