// Original file: mapreduce.proto


export interface FailResponse {
}

export interface FailResponse__Output {
}
