// Original file: strife.proto


export interface RegisterRequest {
  'password'?: (string);
  'accounts'?: (string)[];
}

export interface RegisterRequest__Output {
  'password': (string);
  'accounts': (string)[];
}
