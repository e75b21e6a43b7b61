// Original file: strife.proto


export interface AddUserRequest {
  'user'?: (string);
  'password'?: (string);
  'role'?: (string);
}

export interface AddUserRequest__Output {
  'user': (string);
  'password': (string);
  'role': (string);
}
