// Original file: strife.proto


export interface ListKeysRequest {
}

export interface ListKeysRequest__Output {
}
