// Original file: filestore.proto


export interface InstallResponse {
}

export interface InstallResponse__Output {
}
