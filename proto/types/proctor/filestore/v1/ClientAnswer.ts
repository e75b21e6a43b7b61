// Original file: filestore.proto

import type { ReplicaAnswer as _proctor_filestore_v1_ReplicaAnswer, ReplicaAnswer__Output as _proctor_filestore_v1_ReplicaAnswer__Output } from '../../../proctor/filestore/v1/ReplicaAnswer.ts';

export interface ClientAnswer {
  'status'?: (string);
  'version'?: (string);
  'name'?: (string);
  'content'?: (string);
  'replicas'?: (_proctor_filestore_v1_ReplicaAnswer)[];
}

export interface ClientAnswer__Output {
  'status': (string);
  'version': (string);
  'name': (string);
  'content': (string);
  'replicas': (_proctor_filestore_v1_ReplicaAnswer__Output)[];
}
