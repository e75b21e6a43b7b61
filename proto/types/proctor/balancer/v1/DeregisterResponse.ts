// Original file: balancer.proto


export interface DeregisterResponse {
}

export interface DeregisterResponse__Output {
}
