// Original file: balancer.proto


export interface ComputeResponse {
  'result'?: (string);
  'backend'?: (string);
  'queuedMs'?: (number | string);
  'serviceMs'?: (number | string);
}

export interface ComputeResponse__Output {
  'result': (string);
  'backend': (string);
  'queuedMs': (number);
  'serviceMs': (number);
}
