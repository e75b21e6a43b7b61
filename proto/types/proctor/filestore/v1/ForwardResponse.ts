// Original file: filestore.proto

import type { UpdateResult as _proctor_filestore_v1_UpdateResult, UpdateResult__Output as _proctor_filestore_v1_UpdateResult__Output } from '../../../proctor/filestore/v1/UpdateResult.ts';

export interface ForwardResponse {
  'results'?: (_proctor_filestore_v1_UpdateResult)[];
}

export interface ForwardResponse__Output {
  'results': (_proctor_filestore_v1_UpdateResult__Output)[];
}
