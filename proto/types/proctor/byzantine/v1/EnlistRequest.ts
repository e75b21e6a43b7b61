// Original file: byzantine.proto


export interface EnlistRequest {
  'number'?: (number);
}

export interface EnlistRequest__Output {
  'number': (number);
}
