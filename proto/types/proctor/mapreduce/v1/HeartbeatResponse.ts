// Original file: mapreduce.proto


export interface HeartbeatResponse {
  'cancel'?: (boolean);
  'done'?: (boolean);
}

export interface HeartbeatResponse__Output {
  'cancel': (boolean);
  'done': (boolean);
}
