// Original file: filestore.proto

import type { Operation as _proctor_filestore_v1_Operation, Operation__Output as _proctor_filestore_v1_Operation__Output } from '../../../proctor/filestore/v1/Operation.ts';

export interface PickQuorumRequest {
  'operation'?: (_proctor_filestore_v1_Operation);
  'linearizable'?: (boolean);
}

export interface PickQuorumRequest__Output {
  'operation': (_proctor_filestore_v1_Operation__Output);
  'linearizable': (boolean);
}
