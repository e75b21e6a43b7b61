// Original file: filestore.proto


export interface DeregisterRequest {
  'id'?: (string);
  'incarnation'?: (string);
}

export interface DeregisterRequest__Output {
  'id': (string);
  'incarnation': (string);
}
