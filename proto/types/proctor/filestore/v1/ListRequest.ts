// Original file: filestore.proto


export interface ListRequest {
}

export interface ListRequest__Output {
}
