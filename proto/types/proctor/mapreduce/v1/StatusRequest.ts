// Original file: mapreduce.proto


export interface StatusRequest {
}

export interface StatusRequest__Output {
}
