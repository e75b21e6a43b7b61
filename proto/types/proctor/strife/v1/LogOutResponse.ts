// Original file: strife.proto


export interface LogOutResponse {
}

export interface LogOutResponse__Output {
}
