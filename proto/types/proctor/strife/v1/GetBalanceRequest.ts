// Original file: strife.proto


export interface GetBalanceRequest {
  'account'?: (string);
}

export interface GetBalanceRequest__Output {
  'account': (string);
}
