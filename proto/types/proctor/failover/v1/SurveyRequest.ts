// Original file: failover.proto


export interface SurveyRequest {
}

export interface SurveyRequest__Output {
}
