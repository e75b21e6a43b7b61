// Original file: filestore.proto


export interface ReplicaAnswer {
  'replica'?: (string);
  'status'?: (string);
  'version'?: (string);
}

export interface ReplicaAnswer__Output {
  'replica': (string);
  'status': (string);
  'version': (string);
}
