// Original file: filestore.proto

import type { Update as _proctor_filestore_v1_Update, Update__Output as _proctor_filestore_v1_Update__Output } from '../../../proctor/filestore/v1/Update.ts';

export interface ForwardRequest {
  'updates'?: (_proctor_filestore_v1_Update)[];
}

export interface ForwardRequest__Output {
  'updates': (_proctor_filestore_v1_Update__Output)[];
}
