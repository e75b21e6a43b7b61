// Original file: filestore.proto


export interface WriteResponse {
  'status'?: (string);
  'uuid'?: (string);
  'version'?: (string);
}

export interface WriteResponse__Output {
  'status': (string);
  'uuid': (string);
  'version': (string);
}
