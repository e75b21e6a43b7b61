// Original file: filestore.proto


export interface ReadAtRequest {
  'uuid'?: (string);
  'replica'?: (string);
}

export interface ReadAtRequest__Output {
  'uuid': (string);
  'replica': (string);
}
