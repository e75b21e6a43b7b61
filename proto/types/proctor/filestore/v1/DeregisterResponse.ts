// Original file: filestore.proto


export interface DeregisterResponse {
}

export interface DeregisterResponse__Output {
}
