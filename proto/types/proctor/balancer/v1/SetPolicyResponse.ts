// Original file: balancer.proto


export interface SetPolicyResponse {
  'previous'?: (string);
}

export interface SetPolicyResponse__Output {
  'previous': (string);
}
