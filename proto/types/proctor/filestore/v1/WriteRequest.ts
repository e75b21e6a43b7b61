// Original file: filestore.proto


export interface WriteRequest {
  'name'?: (string);
  'content'?: (string);
  'uuid'?: (string);
  'version'?: (string);
  'request'?: (string);
}

export interface WriteRequest__Output {
  'name': (string);
  'content': (string);
  'uuid': (string);
  'version': (string);
  'request': (string);
}
