// Original file: filestore.proto


export interface ListReplicasRequest {
}

export interface ListReplicasRequest__Output {
}
