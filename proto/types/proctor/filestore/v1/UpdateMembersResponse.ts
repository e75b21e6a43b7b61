// Original file: filestore.proto


export interface UpdateMembersResponse {
}

export interface UpdateMembersResponse__Output {
}
