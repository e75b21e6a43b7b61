// Original file: strife.proto

import type { Long } from '@grpc/proto-loader';

export interface LogInResponse {
  'token'?: (string);
  'expiresAtMs'?: (number | string | Long);
}

export interface LogInResponse__Output {
  'token': (string);
  'expiresAtMs': (string);
}
