// Original file: filestore.proto


export interface ReadRequest {
  'uuid'?: (string);
}

export interface ReadRequest__Output {
  'uuid': (string);
}
