// Original file: failover.proto


export interface HeartbeatRequest {
  'rank'?: (number);
  'epoch'?: (number);
  'heard'?: (number);
  'promised'?: (number);
}

export interface HeartbeatRequest__Output {
  'rank': (number);
  'epoch': (number);
  'heard': (number);
  'promised': (number);
}
