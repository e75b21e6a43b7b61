// Original file: byzantine.proto


export interface GiveAccountRequest {
  'campaign'?: (number);
}

export interface GiveAccountRequest__Output {
  'campaign': (number);
}
