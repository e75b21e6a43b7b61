// Original file: filestore.proto


export interface DeleteResponse {
  'status'?: (string);
  'version'?: (string);
}

export interface DeleteResponse__Output {
  'status': (string);
  'version': (string);
}
