// Original file: failover.proto


export interface StatusRequest {
}

export interface StatusRequest__Output {
}
