// Original file: byzantine.proto


export interface MarchRequest {
  'campaign'?: (number);
}

export interface MarchRequest__Output {
  'campaign': (number);
}
