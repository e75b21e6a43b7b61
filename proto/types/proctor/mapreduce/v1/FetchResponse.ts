// Original file: mapreduce.proto


export interface FetchResponse {
  'content'?: (Buffer | Uint8Array | string);
}

export interface FetchResponse__Output {
  'content': (Buffer);
}
