// Original file: strife.proto


export interface ListPaymentsRequest {
  'limit'?: (number);
}

export interface ListPaymentsRequest__Output {
  'limit': (number);
}
