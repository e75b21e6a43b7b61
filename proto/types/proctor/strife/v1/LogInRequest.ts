// Original file: strife.proto


export interface LogInRequest {
  'user'?: (string);
  'password'?: (string);
}

export interface LogInRequest__Output {
  'user': (string);
  'password': (string);
}
