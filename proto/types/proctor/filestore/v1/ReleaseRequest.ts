// Original file: filestore.proto


export interface ReleaseRequest {
  'ticket'?: (string);
}

export interface ReleaseRequest__Output {
  'ticket': (string);
}
