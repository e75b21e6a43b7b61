// Original file: balancer.proto


export interface ReportResponse {
}

export interface ReportResponse__Output {
}
