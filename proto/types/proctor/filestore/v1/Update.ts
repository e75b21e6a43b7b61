// Original file: filestore.proto


export interface Update {
  'uuid'?: (string);
  'name'?: (string);
  'content'?: (string);
  'delete'?: (boolean);
  'request'?: (string);
}

export interface Update__Output {
  'uuid': (string);
  'name': (string);
  'content': (string);
  'delete': (boolean);
  'request': (string);
}
