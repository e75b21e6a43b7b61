// Original file: balancer.proto


export interface PickRequest {
  'calls'?: (number);
  'count'?: (number);
  'exclude'?: (string)[];
  'listVersion'?: (string);
}

export interface PickRequest__Output {
  'calls': (number);
  'count': (number);
  'exclude': (string)[];
  'listVersion': (string);
}
