// Original file: filestore.proto


export interface HeartbeatRequest {
  'id'?: (string);
  'incarnation'?: (string);
}

export interface HeartbeatRequest__Output {
  'id': (string);
  'incarnation': (string);
}
