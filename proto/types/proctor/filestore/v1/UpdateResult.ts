// Original file: filestore.proto


export interface UpdateResult {
  'status'?: (string);
  'version'?: (string);
}

export interface UpdateResult__Output {
  'status': (string);
  'version': (string);
}
