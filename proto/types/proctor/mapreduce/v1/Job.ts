// Original file: mapreduce.proto


export interface Job {
  'id'?: (string);
  'application'?: (string);
  'mapTasks'?: (number);
  'reduceTasks'?: (number);
  'folder'?: (string);
  'sharedNothing'?: (boolean);
  'skipBadRecords'?: (boolean);
  'recordTimeoutMs'?: (number);
  'durable'?: (boolean);
}

export interface Job__Output {
  'id': (string);
  'application': (string);
  'mapTasks': (number);
  'reduceTasks': (number);
  'folder': (string);
  'sharedNothing': (boolean);
  'skipBadRecords': (boolean);
  'recordTimeoutMs': (number);
  'durable': (boolean);
}
