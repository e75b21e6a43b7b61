// Original file: branches.proto


export interface ListMessagesRequest {
}

export interface ListMessagesRequest__Output {
}
