// Original file: failover.proto


export interface PromiseRequest {
  'epoch'?: (number);
}

export interface PromiseRequest__Output {
  'epoch': (number);
}
