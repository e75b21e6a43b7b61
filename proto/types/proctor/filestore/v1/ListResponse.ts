// Original file: filestore.proto

import type { FileObject as _proctor_filestore_v1_FileObject, FileObject__Output as _proctor_filestore_v1_FileObject__Output } from '../../../proctor/filestore/v1/FileObject.ts';

export interface ListResponse {
  'objects'?: (_proctor_filestore_v1_FileObject)[];
}

export interface ListResponse__Output {
  'objects': (_proctor_filestore_v1_FileObject__Output)[];
}
