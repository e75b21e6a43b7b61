// Original file: filestore.proto


export interface ReadResponse {
  'status'?: (string);
  'name'?: (string);
  'content'?: (string);
  'version'?: (string);
}

export interface ReadResponse__Output {
  'status': (string);
  'name': (string);
  'content': (string);
  'version': (string);
}
