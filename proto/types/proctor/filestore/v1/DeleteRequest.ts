// Original file: filestore.proto


export interface DeleteRequest {
  'uuid'?: (string);
  'version'?: (string);
  'request'?: (string);
}

export interface DeleteRequest__Output {
  'uuid': (string);
  'version': (string);
  'request': (string);
}
