// Original file: strife.proto


export interface AddUserResponse {
}

export interface AddUserResponse__Output {
}
