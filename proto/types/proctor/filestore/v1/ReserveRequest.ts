// Original file: filestore.proto


export interface ReserveRequest {
  'ticket'?: (string);
  'uuid'?: (string);
  'name'?: (string);
  'leaseMs'?: (number);
}

export interface ReserveRequest__Output {
  'ticket': (string);
  'uuid': (string);
  'name': (string);
  'leaseMs': (number);
}
