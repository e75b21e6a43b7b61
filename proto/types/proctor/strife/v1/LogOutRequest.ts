// Original file: strife.proto


export interface LogOutRequest {
}

export interface LogOutRequest__Output {
}
