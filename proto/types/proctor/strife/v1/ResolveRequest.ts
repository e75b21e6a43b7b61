// Original file: strife.proto


export interface ResolveRequest {
  'transactions'?: (string)[];
  'gateway'?: (string);
}

export interface ResolveRequest__Output {
  'transactions': (string)[];
  'gateway': (string);
}
