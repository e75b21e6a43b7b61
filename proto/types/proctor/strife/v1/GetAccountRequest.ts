// Original file: strife.proto


export interface GetAccountRequest {
  'account'?: (string);
}

export interface GetAccountRequest__Output {
  'account': (string);
}
