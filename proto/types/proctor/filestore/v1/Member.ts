// Original file: filestore.proto


export interface Member {
  'id'?: (string);
  'address'?: (string);
  'incarnation'?: (string);
}

export interface Member__Output {
  'id': (string);
  'address': (string);
  'incarnation': (string);
}
