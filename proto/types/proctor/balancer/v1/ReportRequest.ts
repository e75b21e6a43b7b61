// Original file: balancer.proto

import type { Load as _proctor_balancer_v1_Load, Load__Output as _proctor_balancer_v1_Load__Output } from '../../../proctor/balancer/v1/Load.ts';
import type { Long } from '@grpc/proto-loader';

export interface ReportRequest {
  'id'?: (string);
  'incarnation'?: (number | string | Long);
  'sequence'?: (number | string | Long);
  'load'?: (_proctor_balancer_v1_Load | null);
}

export interface ReportRequest__Output {
  'id': (string);
  'incarnation': (string);
  'sequence': (string);
  'load': (_proctor_balancer_v1_Load__Output | null);
}
