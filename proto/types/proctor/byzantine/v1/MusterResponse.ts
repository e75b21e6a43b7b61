// Original file: byzantine.proto


export interface MusterResponse {
}

export interface MusterResponse__Output {
}
