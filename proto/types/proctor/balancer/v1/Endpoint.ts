// Original file: balancer.proto


export interface Endpoint {
  'id'?: (string);
  'address'?: (string);
}

export interface Endpoint__Output {
  'id': (string);
  'address': (string);
}
