// Original file: byzantine.proto


export interface GreetResponse {
}

export interface GreetResponse__Output {
}
