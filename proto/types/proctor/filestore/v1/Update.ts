// Original file: filestore.proto


export interface Update {
  'uuid'?: (string);
  'name'?: (string);
  'content'?: (string);
  'delete'?: (boolean);
}

export interface Update__Output {
  'uuid': (string);
  'name': (string);
  'content': (string);
  'delete': (boolean);
}
