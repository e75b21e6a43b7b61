// Original file: byzantine.proto


export interface Votes {
  'attack'?: (number);
  'retreat'?: (number);
}

export interface Votes__Output {
  'attack': (number);
  'retreat': (number);
}
