// Original file: failover.proto


export interface Membership {
  'epoch'?: (number);
  'number'?: (number);
  'live'?: (number)[];
}

export interface Membership__Output {
  'epoch': (number);
  'number': (number);
  'live': (number)[];
}
