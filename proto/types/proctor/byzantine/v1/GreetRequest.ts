// Original file: byzantine.proto


export interface GreetRequest {
}

export interface GreetRequest__Output {
}
