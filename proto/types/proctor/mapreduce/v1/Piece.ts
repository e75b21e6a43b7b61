// Original file: mapreduce.proto


export interface Piece {
  'name'?: (string);
  'path'?: (string);
  'start'?: (number | string);
  'end'?: (number | string);
  'size'?: (number | string);
}

export interface Piece__Output {
  'name': (string);
  'path': (string);
  'start': (number);
  'end': (number);
  'size': (number);
}
