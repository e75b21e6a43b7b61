// Original file: strife.proto


export interface AddAccountResponse {
}

export interface AddAccountResponse__Output {
}
