// Original file: mapreduce.proto

import type { Kind as _proctor_mapreduce_v1_Kind, Kind__Output as _proctor_mapreduce_v1_Kind__Output } from '../../../proctor/mapreduce/v1/Kind.ts';
import type { Piece as _proctor_mapreduce_v1_Piece, Piece__Output as _proctor_mapreduce_v1_Piece__Output } from '../../../proctor/mapreduce/v1/Piece.ts';
import type { Source as _proctor_mapreduce_v1_Source, Source__Output as _proctor_mapreduce_v1_Source__Output } from '../../../proctor/mapreduce/v1/Source.ts';
import type { BadRecord as _proctor_mapreduce_v1_BadRecord, BadRecord__Output as _proctor_mapreduce_v1_BadRecord__Output } from '../../../proctor/mapreduce/v1/BadRecord.ts';

export interface Task {
  'kind'?: (_proctor_mapreduce_v1_Kind);
  'number'?: (number);
  'attempt'?: (number);
  'pieces'?: (_proctor_mapreduce_v1_Piece)[];
  'sources'?: (_proctor_mapreduce_v1_Source)[];
  'badRecords'?: (_proctor_mapreduce_v1_BadRecord)[];
}

export interface Task__Output {
  'kind': (_proctor_mapreduce_v1_Kind__Output);
  'number': (number);
  'attempt': (number);
  'pieces': (_proctor_mapreduce_v1_Piece__Output)[];
  'sources': (_proctor_mapreduce_v1_Source__Output)[];
  'badRecords': (_proctor_mapreduce_v1_BadRecord__Output)[];
}
