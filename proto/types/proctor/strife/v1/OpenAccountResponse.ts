// Original file: strife.proto


export interface OpenAccountResponse {
}

export interface OpenAccountResponse__Output {
}
