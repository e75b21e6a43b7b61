// Original file: filestore.proto


export interface ReleaseResponse {
}

export interface ReleaseResponse__Output {
}
