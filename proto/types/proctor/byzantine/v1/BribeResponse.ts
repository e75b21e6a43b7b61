// Original file: byzantine.proto


export interface BribeResponse {
}

export interface BribeResponse__Output {
}
