// Original file: byzantine.proto


export interface GiveAccountRequest {
  'campaign'?: (number);
  'brief'?: (boolean);
}

export interface GiveAccountRequest__Output {
  'campaign': (number);
  'brief': (boolean);
}
