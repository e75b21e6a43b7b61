import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Answer as _proctor_failover_v1_Answer, Answer__Output as _proctor_failover_v1_Answer__Output } from './proctor/failover/v1/Answer.ts';
import type { AwaitCommitRequest as _proctor_failover_v1_AwaitCommitRequest, AwaitCommitRequest__Output as _proctor_failover_v1_AwaitCommitRequest__Output } from './proctor/failover/v1/AwaitCommitRequest.ts';
import type { AwaitCommitResponse as _proctor_failover_v1_AwaitCommitResponse, AwaitCommitResponse__Output as _proctor_failover_v1_AwaitCommitResponse__Output } from './proctor/failover/v1/AwaitCommitResponse.ts';
import type { DeleteRequest as _proctor_failover_v1_DeleteRequest, DeleteRequest__Output as _proctor_failover_v1_DeleteRequest__Output } from './proctor/failover/v1/DeleteRequest.ts';
import type { Entry as _proctor_failover_v1_Entry, Entry__Output as _proctor_failover_v1_Entry__Output } from './proctor/failover/v1/Entry.ts';
import type { EpochStart as _proctor_failover_v1_EpochStart, EpochStart__Output as _proctor_failover_v1_EpochStart__Output } from './proctor/failover/v1/EpochStart.ts';
import type { ForwardRequest as _proctor_failover_v1_ForwardRequest, ForwardRequest__Output as _proctor_failover_v1_ForwardRequest__Output } from './proctor/failover/v1/ForwardRequest.ts';
import type { ForwardResponse as _proctor_failover_v1_ForwardResponse, ForwardResponse__Output as _proctor_failover_v1_ForwardResponse__Output } from './proctor/failover/v1/ForwardResponse.ts';
import type { GetRequest as _proctor_failover_v1_GetRequest, GetRequest__Output as _proctor_failover_v1_GetRequest__Output } from './proctor/failover/v1/GetRequest.ts';
import type { GetResponse as _proctor_failover_v1_GetResponse, GetResponse__Output as _proctor_failover_v1_GetResponse__Output } from './proctor/failover/v1/GetResponse.ts';
import type { HeartbeatRequest as _proctor_failover_v1_HeartbeatRequest, HeartbeatRequest__Output as _proctor_failover_v1_HeartbeatRequest__Output } from './proctor/failover/v1/HeartbeatRequest.ts';
import type { HeartbeatResponse as _proctor_failover_v1_HeartbeatResponse, HeartbeatResponse__Output as _proctor_failover_v1_HeartbeatResponse__Output } from './proctor/failover/v1/HeartbeatResponse.ts';
import type { Membership as _proctor_failover_v1_Membership, Membership__Output as _proctor_failover_v1_Membership__Output } from './proctor/failover/v1/Membership.ts';
import type { Outcome as _proctor_failover_v1_Outcome, Outcome__Output as _proctor_failover_v1_Outcome__Output } from './proctor/failover/v1/Outcome.ts';
import type { Pair as _proctor_failover_v1_Pair, Pair__Output as _proctor_failover_v1_Pair__Output } from './proctor/failover/v1/Pair.ts';
import type { PeerClient as _proctor_failover_v1_PeerClient, PeerDefinition as _proctor_failover_v1_PeerDefinition } from './proctor/failover/v1/Peer.ts';
import type { PromiseRequest as _proctor_failover_v1_PromiseRequest, PromiseRequest__Output as _proctor_failover_v1_PromiseRequest__Output } from './proctor/failover/v1/PromiseRequest.ts';
import type { PromiseResponse as _proctor_failover_v1_PromiseResponse, PromiseResponse__Output as _proctor_failover_v1_PromiseResponse__Output } from './proctor/failover/v1/PromiseResponse.ts';
import type { PutRequest as _proctor_failover_v1_PutRequest, PutRequest__Output as _proctor_failover_v1_PutRequest__Output } from './proctor/failover/v1/PutRequest.ts';
import type { ReplicateRequest as _proctor_failover_v1_ReplicateRequest, ReplicateRequest__Output as _proctor_failover_v1_ReplicateRequest__Output } from './proctor/failover/v1/ReplicateRequest.ts';
import type { ReplicateResponse as _proctor_failover_v1_ReplicateResponse, ReplicateResponse__Output as _proctor_failover_v1_ReplicateResponse__Output } from './proctor/failover/v1/ReplicateResponse.ts';
import type { ScanRequest as _proctor_failover_v1_ScanRequest, ScanRequest__Output as _proctor_failover_v1_ScanRequest__Output } from './proctor/failover/v1/ScanRequest.ts';
import type { ScanResponse as _proctor_failover_v1_ScanResponse, ScanResponse__Output as _proctor_failover_v1_ScanResponse__Output } from './proctor/failover/v1/ScanResponse.ts';
import type { State as _proctor_failover_v1_State, State__Output as _proctor_failover_v1_State__Output } from './proctor/failover/v1/State.ts';
import type { StatusRequest as _proctor_failover_v1_StatusRequest, StatusRequest__Output as _proctor_failover_v1_StatusRequest__Output } from './proctor/failover/v1/StatusRequest.ts';
import type { StatusResponse as _proctor_failover_v1_StatusResponse, StatusResponse__Output as _proctor_failover_v1_StatusResponse__Output } from './proctor/failover/v1/StatusResponse.ts';
import type { StoreClient as _proctor_failover_v1_StoreClient, StoreDefinition as _proctor_failover_v1_StoreDefinition } from './proctor/failover/v1/Store.ts';
import type { SurveyRequest as _proctor_failover_v1_SurveyRequest, SurveyRequest__Output as _proctor_failover_v1_SurveyRequest__Output } from './proctor/failover/v1/SurveyRequest.ts';
import type { Write as _proctor_failover_v1_Write, Write__Output as _proctor_failover_v1_Write__Output } from './proctor/failover/v1/Write.ts';
import type { WriteResponse as _proctor_failover_v1_WriteResponse, WriteResponse__Output as _proctor_failover_v1_WriteResponse__Output } from './proctor/failover/v1/WriteResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  proctor: {
    failover: {
      v1: {
        Answer: MessageTypeDefinition<_proctor_failover_v1_Answer, _proctor_failover_v1_Answer__Output>
        AwaitCommitRequest: MessageTypeDefinition<_proctor_failover_v1_AwaitCommitRequest, _proctor_failover_v1_AwaitCommitRequest__Output>
        AwaitCommitResponse: MessageTypeDefinition<_proctor_failover_v1_AwaitCommitResponse, _proctor_failover_v1_AwaitCommitResponse__Output>
        DeleteRequest: MessageTypeDefinition<_proctor_failover_v1_DeleteRequest, _proctor_failover_v1_DeleteRequest__Output>
        Entry: MessageTypeDefinition<_proctor_failover_v1_Entry, _proctor_failover_v1_Entry__Output>
        EpochStart: MessageTypeDefinition<_proctor_failover_v1_EpochStart, _proctor_failover_v1_EpochStart__Output>
        ForwardRequest: MessageTypeDefinition<_proctor_failover_v1_ForwardRequest, _proctor_failover_v1_ForwardRequest__Output>
        ForwardResponse: MessageTypeDefinition<_proctor_failover_v1_ForwardResponse, _proctor_failover_v1_ForwardResponse__Output>
        GetRequest: MessageTypeDefinition<_proctor_failover_v1_GetRequest, _proctor_failover_v1_GetRequest__Output>
        GetResponse: MessageTypeDefinition<_proctor_failover_v1_GetResponse, _proctor_failover_v1_GetResponse__Output>
        HeartbeatRequest: MessageTypeDefinition<_proctor_failover_v1_HeartbeatRequest, _proctor_failover_v1_HeartbeatRequest__Output>
        HeartbeatResponse: MessageTypeDefinition<_proctor_failover_v1_HeartbeatResponse, _proctor_failover_v1_HeartbeatResponse__Output>
        Membership: MessageTypeDefinition<_proctor_failover_v1_Membership, _proctor_failover_v1_Membership__Output>
        Outcome: MessageTypeDefinition<_proctor_failover_v1_Outcome, _proctor_failover_v1_Outcome__Output>
        Pair: MessageTypeDefinition<_proctor_failover_v1_Pair, _proctor_failover_v1_Pair__Output>
        Peer: SubtypeConstructor<typeof grpc.Client, _proctor_failover_v1_PeerClient> & { service: _proctor_failover_v1_PeerDefinition }
        PromiseRequest: MessageTypeDefinition<_proctor_failover_v1_PromiseRequest, _proctor_failover_v1_PromiseRequest__Output>
        PromiseResponse: MessageTypeDefinition<_proctor_failover_v1_PromiseResponse, _proctor_failover_v1_PromiseResponse__Output>
        PutRequest: MessageTypeDefinition<_proctor_failover_v1_PutRequest, _proctor_failover_v1_PutRequest__Output>
        ReplicateRequest: MessageTypeDefinition<_proctor_failover_v1_ReplicateRequest, _proctor_failover_v1_ReplicateRequest__Output>
        ReplicateResponse: MessageTypeDefinition<_proctor_failover_v1_ReplicateResponse, _proctor_failover_v1_ReplicateResponse__Output>
        ScanRequest: MessageTypeDefinition<_proctor_failover_v1_ScanRequest, _proctor_failover_v1_ScanRequest__Output>
        ScanResponse: MessageTypeDefinition<_proctor_failover_v1_ScanResponse, _proctor_failover_v1_ScanResponse__Output>
        State: MessageTypeDefinition<_proctor_failover_v1_State, _proctor_failover_v1_State__Output>
        StatusRequest: MessageTypeDefinition<_proctor_failover_v1_StatusRequest, _proctor_failover_v1_StatusRequest__Output>
        StatusResponse: MessageTypeDefinition<_proctor_failover_v1_StatusResponse, _proctor_failover_v1_StatusResponse__Output>
        Store: SubtypeConstructor<typeof grpc.Client, _proctor_failover_v1_StoreClient> & { service: _proctor_failover_v1_StoreDefinition }
        SurveyRequest: MessageTypeDefinition<_proctor_failover_v1_SurveyRequest, _proctor_failover_v1_SurveyRequest__Output>
        Write: MessageTypeDefinition<_proctor_failover_v1_Write, _proctor_failover_v1_Write__Output>
        WriteResponse: MessageTypeDefinition<_proctor_failover_v1_WriteResponse, _proctor_failover_v1_WriteResponse__Output>
      }
    }
  }
}

