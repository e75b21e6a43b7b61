// Original file: strife.proto


export interface AbortResponse {
}

export interface AbortResponse__Output {
}
