// Original file: filestore.proto


export interface FenceRequest {
  'ticket'?: (string);
}

export interface FenceRequest__Output {
  'ticket': (string);
}
