// Original file: strife.proto


export interface ResolveRequest {
  'transactions'?: (string)[];
}

export interface ResolveRequest__Output {
  'transactions': (string)[];
}
