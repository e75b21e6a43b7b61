// Original file: filestore.proto

import type { FileObject as _proctor_filestore_v1_FileObject, FileObject__Output as _proctor_filestore_v1_FileObject__Output } from '../../../proctor/filestore/v1/FileObject.ts';
import type { Long } from '@grpc/proto-loader';

export interface ReplicateRequest {
  'history'?: (string);
  'previous'?: (number | string | Long);
  'objects'?: (_proctor_filestore_v1_FileObject)[];
  'last'?: (number | string | Long);
  'serve'?: (boolean);
  'incarnation'?: (number | string | Long);
  'primary'?: (number | string | Long);
}

export interface ReplicateRequest__Output {
  'history': (string);
  'previous': (string);
  'objects': (_proctor_filestore_v1_FileObject__Output)[];
  'last': (string);
  'serve': (boolean);
  'incarnation': (string);
  'primary': (string);
}
