// Original file: byzantine.proto


export interface TellResponse {
}

export interface TellResponse__Output {
}
