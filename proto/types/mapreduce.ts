import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Attempt as _proctor_mapreduce_v1_Attempt, Attempt__Output as _proctor_mapreduce_v1_Attempt__Output } from './proctor/mapreduce/v1/Attempt.ts';
import type { BadRecord as _proctor_mapreduce_v1_BadRecord, BadRecord__Output as _proctor_mapreduce_v1_BadRecord__Output } from './proctor/mapreduce/v1/BadRecord.ts';
import type { CompleteRequest as _proctor_mapreduce_v1_CompleteRequest, CompleteRequest__Output as _proctor_mapreduce_v1_CompleteRequest__Output } from './proctor/mapreduce/v1/CompleteRequest.ts';
import type { CompleteResponse as _proctor_mapreduce_v1_CompleteResponse, CompleteResponse__Output as _proctor_mapreduce_v1_CompleteResponse__Output } from './proctor/mapreduce/v1/CompleteResponse.ts';
import type { Counters as _proctor_mapreduce_v1_Counters, Counters__Output as _proctor_mapreduce_v1_Counters__Output } from './proctor/mapreduce/v1/Counters.ts';
import type { FailRequest as _proctor_mapreduce_v1_FailRequest, FailRequest__Output as _proctor_mapreduce_v1_FailRequest__Output } from './proctor/mapreduce/v1/FailRequest.ts';
import type { FailResponse as _proctor_mapreduce_v1_FailResponse, FailResponse__Output as _proctor_mapreduce_v1_FailResponse__Output } from './proctor/mapreduce/v1/FailResponse.ts';
import type { FetchRequest as _proctor_mapreduce_v1_FetchRequest, FetchRequest__Output as _proctor_mapreduce_v1_FetchRequest__Output } from './proctor/mapreduce/v1/FetchRequest.ts';
import type { FetchResponse as _proctor_mapreduce_v1_FetchResponse, FetchResponse__Output as _proctor_mapreduce_v1_FetchResponse__Output } from './proctor/mapreduce/v1/FetchResponse.ts';
import type { HeartbeatRequest as _proctor_mapreduce_v1_HeartbeatRequest, HeartbeatRequest__Output as _proctor_mapreduce_v1_HeartbeatRequest__Output } from './proctor/mapreduce/v1/HeartbeatRequest.ts';
import type { HeartbeatResponse as _proctor_mapreduce_v1_HeartbeatResponse, HeartbeatResponse__Output as _proctor_mapreduce_v1_HeartbeatResponse__Output } from './proctor/mapreduce/v1/HeartbeatResponse.ts';
import type { Job as _proctor_mapreduce_v1_Job, Job__Output as _proctor_mapreduce_v1_Job__Output } from './proctor/mapreduce/v1/Job.ts';
import type { MapperClient as _proctor_mapreduce_v1_MapperClient, MapperDefinition as _proctor_mapreduce_v1_MapperDefinition } from './proctor/mapreduce/v1/Mapper.ts';
import type { MasterClient as _proctor_mapreduce_v1_MasterClient, MasterDefinition as _proctor_mapreduce_v1_MasterDefinition } from './proctor/mapreduce/v1/Master.ts';
import type { NextTaskRequest as _proctor_mapreduce_v1_NextTaskRequest, NextTaskRequest__Output as _proctor_mapreduce_v1_NextTaskRequest__Output } from './proctor/mapreduce/v1/NextTaskRequest.ts';
import type { NextTaskResponse as _proctor_mapreduce_v1_NextTaskResponse, NextTaskResponse__Output as _proctor_mapreduce_v1_NextTaskResponse__Output } from './proctor/mapreduce/v1/NextTaskResponse.ts';
import type { Piece as _proctor_mapreduce_v1_Piece, Piece__Output as _proctor_mapreduce_v1_Piece__Output } from './proctor/mapreduce/v1/Piece.ts';
import type { RegisterRequest as _proctor_mapreduce_v1_RegisterRequest, RegisterRequest__Output as _proctor_mapreduce_v1_RegisterRequest__Output } from './proctor/mapreduce/v1/RegisterRequest.ts';
import type { RegisterResponse as _proctor_mapreduce_v1_RegisterResponse, RegisterResponse__Output as _proctor_mapreduce_v1_RegisterResponse__Output } from './proctor/mapreduce/v1/RegisterResponse.ts';
import type { Run as _proctor_mapreduce_v1_Run, Run__Output as _proctor_mapreduce_v1_Run__Output } from './proctor/mapreduce/v1/Run.ts';
import type { Source as _proctor_mapreduce_v1_Source, Source__Output as _proctor_mapreduce_v1_Source__Output } from './proctor/mapreduce/v1/Source.ts';
import type { StatusRequest as _proctor_mapreduce_v1_StatusRequest, StatusRequest__Output as _proctor_mapreduce_v1_StatusRequest__Output } from './proctor/mapreduce/v1/StatusRequest.ts';
import type { StatusResponse as _proctor_mapreduce_v1_StatusResponse, StatusResponse__Output as _proctor_mapreduce_v1_StatusResponse__Output } from './proctor/mapreduce/v1/StatusResponse.ts';
import type { Task as _proctor_mapreduce_v1_Task, Task__Output as _proctor_mapreduce_v1_Task__Output } from './proctor/mapreduce/v1/Task.ts';
import type { Worker as _proctor_mapreduce_v1_Worker, Worker__Output as _proctor_mapreduce_v1_Worker__Output } from './proctor/mapreduce/v1/Worker.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  proctor: {
    mapreduce: {
      v1: {
        Attempt: MessageTypeDefinition<_proctor_mapreduce_v1_Attempt, _proctor_mapreduce_v1_Attempt__Output>
        BadRecord: MessageTypeDefinition<_proctor_mapreduce_v1_BadRecord, _proctor_mapreduce_v1_BadRecord__Output>
        CompleteRequest: MessageTypeDefinition<_proctor_mapreduce_v1_CompleteRequest, _proctor_mapreduce_v1_CompleteRequest__Output>
        CompleteResponse: MessageTypeDefinition<_proctor_mapreduce_v1_CompleteResponse, _proctor_mapreduce_v1_CompleteResponse__Output>
        Counters: MessageTypeDefinition<_proctor_mapreduce_v1_Counters, _proctor_mapreduce_v1_Counters__Output>
        FailRequest: MessageTypeDefinition<_proctor_mapreduce_v1_FailRequest, _proctor_mapreduce_v1_FailRequest__Output>
        FailResponse: MessageTypeDefinition<_proctor_mapreduce_v1_FailResponse, _proctor_mapreduce_v1_FailResponse__Output>
        FetchRequest: MessageTypeDefinition<_proctor_mapreduce_v1_FetchRequest, _proctor_mapreduce_v1_FetchRequest__Output>
        FetchResponse: MessageTypeDefinition<_proctor_mapreduce_v1_FetchResponse, _proctor_mapreduce_v1_FetchResponse__Output>
        HeartbeatRequest: MessageTypeDefinition<_proctor_mapreduce_v1_HeartbeatRequest, _proctor_mapreduce_v1_HeartbeatRequest__Output>
        HeartbeatResponse: MessageTypeDefinition<_proctor_mapreduce_v1_HeartbeatResponse, _proctor_mapreduce_v1_HeartbeatResponse__Output>
        Job: MessageTypeDefinition<_proctor_mapreduce_v1_Job, _proctor_mapreduce_v1_Job__Output>
        Kind: EnumTypeDefinition
        Mapper: SubtypeConstructor<typeof grpc.Client, _proctor_mapreduce_v1_MapperClient> & { service: _proctor_mapreduce_v1_MapperDefinition }
        Master: SubtypeConstructor<typeof grpc.Client, _proctor_mapreduce_v1_MasterClient> & { service: _proctor_mapreduce_v1_MasterDefinition }
        NextTaskRequest: MessageTypeDefinition<_proctor_mapreduce_v1_NextTaskRequest, _proctor_mapreduce_v1_NextTaskRequest__Output>
        NextTaskResponse: MessageTypeDefinition<_proctor_mapreduce_v1_NextTaskResponse, _proctor_mapreduce_v1_NextTaskResponse__Output>
        Piece: MessageTypeDefinition<_proctor_mapreduce_v1_Piece, _proctor_mapreduce_v1_Piece__Output>
        RegisterRequest: MessageTypeDefinition<_proctor_mapreduce_v1_RegisterRequest, _proctor_mapreduce_v1_RegisterRequest__Output>
        RegisterResponse: MessageTypeDefinition<_proctor_mapreduce_v1_RegisterResponse, _proctor_mapreduce_v1_RegisterResponse__Output>
        Run: MessageTypeDefinition<_proctor_mapreduce_v1_Run, _proctor_mapreduce_v1_Run__Output>
        Source: MessageTypeDefinition<_proctor_mapreduce_v1_Source, _proctor_mapreduce_v1_Source__Output>
        StatusRequest: MessageTypeDefinition<_proctor_mapreduce_v1_StatusRequest, _proctor_mapreduce_v1_StatusRequest__Output>
        StatusResponse: MessageTypeDefinition<_proctor_mapreduce_v1_StatusResponse, _proctor_mapreduce_v1_StatusResponse__Output>
        Task: MessageTypeDefinition<_proctor_mapreduce_v1_Task, _proctor_mapreduce_v1_Task__Output>
        Worker: MessageTypeDefinition<_proctor_mapreduce_v1_Worker, _proctor_mapreduce_v1_Worker__Output>
      }
    }
  }
}

