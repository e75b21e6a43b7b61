// Original file: filestore.proto

import type { Long } from '@grpc/proto-loader';

export interface FileObject {
  'uuid'?: (string);
  'name'?: (string);
  'content'?: (string);
  'version'?: (string);
  'sequence'?: (number | string | Long);
  'deleted'?: (boolean);
}

export interface FileObject__Output {
  'uuid': (string);
  'name': (string);
  'content': (string);
  'version': (string);
  'sequence': (string);
  'deleted': (boolean);
}
