// Original file: strife.proto


export interface CommitResponse {
}

export interface CommitResponse__Output {
}
