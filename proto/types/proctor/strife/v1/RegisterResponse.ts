// Original file: strife.proto


export interface RegisterResponse {
}

export interface RegisterResponse__Output {
}
