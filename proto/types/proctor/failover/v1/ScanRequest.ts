// Original file: failover.proto


export interface ScanRequest {
  'first'?: (string);
  'last'?: (string);
}

export interface ScanRequest__Output {
  'first': (string);
  'last': (string);
}
