// Original file: balancer.proto


export interface ListBackendsRequest {
}

export interface ListBackendsRequest__Output {
}
