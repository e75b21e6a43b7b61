// Original file: balancer.proto


export interface RegisterResponse {
  'leaseMs'?: (number);
}

export interface RegisterResponse__Output {
  'leaseMs': (number);
}
