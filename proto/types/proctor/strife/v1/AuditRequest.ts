// Original file: strife.proto


export interface AuditRequest {
}

export interface AuditRequest__Output {
}
