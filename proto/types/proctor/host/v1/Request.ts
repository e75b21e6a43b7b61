// Original file: host.proto

import type { MetadataEntry as _proctor_host_v1_MetadataEntry, MetadataEntry__Output as _proctor_host_v1_MetadataEntry__Output } from '../../../proctor/host/v1/MetadataEntry.ts';

export interface Request {
  'id'?: (number);
  'method'?: (string);
  'timeoutMs'?: (number);
  'metadata'?: (_proctor_host_v1_MetadataEntry)[];
  'message'?: (Buffer | Uint8Array | string);
}

export interface Request__Output {
  'id': (number);
  'method': (string);
  'timeoutMs': (number);
  'metadata': (_proctor_host_v1_MetadataEntry__Output)[];
  'message': (Buffer);
}
