import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { BranchClient as _proctor_branches_v1_BranchClient, BranchDefinition as _proctor_branches_v1_BranchDefinition } from './proctor/branches/v1/Branch.ts';
import type { Caller as _proctor_branches_v1_Caller, Caller__Output as _proctor_branches_v1_Caller__Output } from './proctor/branches/v1/Caller.ts';
import type { CustomerClient as _proctor_branches_v1_CustomerClient, CustomerDefinition as _proctor_branches_v1_CustomerDefinition } from './proctor/branches/v1/Customer.ts';
import type { ExecuteRequest as _proctor_branches_v1_ExecuteRequest, ExecuteRequest__Output as _proctor_branches_v1_ExecuteRequest__Output } from './proctor/branches/v1/ExecuteRequest.ts';
import type { ExecuteResponse as _proctor_branches_v1_ExecuteResponse, ExecuteResponse__Output as _proctor_branches_v1_ExecuteResponse__Output } from './proctor/branches/v1/ExecuteResponse.ts';
import type { HomeClient as _proctor_branches_v1_HomeClient, HomeDefinition as _proctor_branches_v1_HomeDefinition } from './proctor/branches/v1/Home.ts';
import type { JoinRequest as _proctor_branches_v1_JoinRequest, JoinRequest__Output as _proctor_branches_v1_JoinRequest__Output } from './proctor/branches/v1/JoinRequest.ts';
import type { JoinResponse as _proctor_branches_v1_JoinResponse, JoinResponse__Output as _proctor_branches_v1_JoinResponse__Output } from './proctor/branches/v1/JoinResponse.ts';
import type { ListMessagesRequest as _proctor_branches_v1_ListMessagesRequest, ListMessagesRequest__Output as _proctor_branches_v1_ListMessagesRequest__Output } from './proctor/branches/v1/ListMessagesRequest.ts';
import type { ListMessagesResponse as _proctor_branches_v1_ListMessagesResponse, ListMessagesResponse__Output as _proctor_branches_v1_ListMessagesResponse__Output } from './proctor/branches/v1/ListMessagesResponse.ts';
import type { Member as _proctor_branches_v1_Member, Member__Output as _proctor_branches_v1_Member__Output } from './proctor/branches/v1/Member.ts';
import type { MessageEvent as _proctor_branches_v1_MessageEvent, MessageEvent__Output as _proctor_branches_v1_MessageEvent__Output } from './proctor/branches/v1/MessageEvent.ts';
import type { Order as _proctor_branches_v1_Order, Order__Output as _proctor_branches_v1_Order__Output } from './proctor/branches/v1/Order.ts';
import type { OrderResult as _proctor_branches_v1_OrderResult, OrderResult__Output as _proctor_branches_v1_OrderResult__Output } from './proctor/branches/v1/OrderResult.ts';
import type { PeerClient as _proctor_branches_v1_PeerClient, PeerDefinition as _proctor_branches_v1_PeerDefinition } from './proctor/branches/v1/Peer.ts';
import type { PerformRequest as _proctor_branches_v1_PerformRequest, PerformRequest__Output as _proctor_branches_v1_PerformRequest__Output } from './proctor/branches/v1/PerformRequest.ts';
import type { PerformResponse as _proctor_branches_v1_PerformResponse, PerformResponse__Output as _proctor_branches_v1_PerformResponse__Output } from './proctor/branches/v1/PerformResponse.ts';
import type { PropagateRequest as _proctor_branches_v1_PropagateRequest, PropagateRequest__Output as _proctor_branches_v1_PropagateRequest__Output } from './proctor/branches/v1/PropagateRequest.ts';
import type { PropagateResponse as _proctor_branches_v1_PropagateResponse, PropagateResponse__Output as _proctor_branches_v1_PropagateResponse__Output } from './proctor/branches/v1/PropagateResponse.ts';
import type { QueryRequest as _proctor_branches_v1_QueryRequest, QueryRequest__Output as _proctor_branches_v1_QueryRequest__Output } from './proctor/branches/v1/QueryRequest.ts';
import type { QueryResponse as _proctor_branches_v1_QueryResponse, QueryResponse__Output as _proctor_branches_v1_QueryResponse__Output } from './proctor/branches/v1/QueryResponse.ts';
import type { Update as _proctor_branches_v1_Update, Update__Output as _proctor_branches_v1_Update__Output } from './proctor/branches/v1/Update.ts';
import type { UpdateRequest as _proctor_branches_v1_UpdateRequest, UpdateRequest__Output as _proctor_branches_v1_UpdateRequest__Output } from './proctor/branches/v1/UpdateRequest.ts';
import type { UpdateResponse as _proctor_branches_v1_UpdateResponse, UpdateResponse__Output as _proctor_branches_v1_UpdateResponse__Output } from './proctor/branches/v1/UpdateResponse.ts';
import type { Version as _proctor_branches_v1_Version, Version__Output as _proctor_branches_v1_Version__Output } from './proctor/branches/v1/Version.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  proctor: {
    branches: {
      v1: {
        Branch: SubtypeConstructor<typeof grpc.Client, _proctor_branches_v1_BranchClient> & { service: _proctor_branches_v1_BranchDefinition }
        Caller: MessageTypeDefinition<_proctor_branches_v1_Caller, _proctor_branches_v1_Caller__Output>
        Customer: SubtypeConstructor<typeof grpc.Client, _proctor_branches_v1_CustomerClient> & { service: _proctor_branches_v1_CustomerDefinition }
        ExecuteRequest: MessageTypeDefinition<_proctor_branches_v1_ExecuteRequest, _proctor_branches_v1_ExecuteRequest__Output>
        ExecuteResponse: MessageTypeDefinition<_proctor_branches_v1_ExecuteResponse, _proctor_branches_v1_ExecuteResponse__Output>
        Home: SubtypeConstructor<typeof grpc.Client, _proctor_branches_v1_HomeClient> & { service: _proctor_branches_v1_HomeDefinition }
        JoinRequest: MessageTypeDefinition<_proctor_branches_v1_JoinRequest, _proctor_branches_v1_JoinRequest__Output>
        JoinResponse: MessageTypeDefinition<_proctor_branches_v1_JoinResponse, _proctor_branches_v1_JoinResponse__Output>
        ListMessagesRequest: MessageTypeDefinition<_proctor_branches_v1_ListMessagesRequest, _proctor_branches_v1_ListMessagesRequest__Output>
        ListMessagesResponse: MessageTypeDefinition<_proctor_branches_v1_ListMessagesResponse, _proctor_branches_v1_ListMessagesResponse__Output>
        Member: MessageTypeDefinition<_proctor_branches_v1_Member, _proctor_branches_v1_Member__Output>
        MessageEvent: MessageTypeDefinition<_proctor_branches_v1_MessageEvent, _proctor_branches_v1_MessageEvent__Output>
        Order: MessageTypeDefinition<_proctor_branches_v1_Order, _proctor_branches_v1_Order__Output>
        OrderResult: MessageTypeDefinition<_proctor_branches_v1_OrderResult, _proctor_branches_v1_OrderResult__Output>
        Peer: SubtypeConstructor<typeof grpc.Client, _proctor_branches_v1_PeerClient> & { service: _proctor_branches_v1_PeerDefinition }
        PerformRequest: MessageTypeDefinition<_proctor_branches_v1_PerformRequest, _proctor_branches_v1_PerformRequest__Output>
        PerformResponse: MessageTypeDefinition<_proctor_branches_v1_PerformResponse, _proctor_branches_v1_PerformResponse__Output>
        PropagateRequest: MessageTypeDefinition<_proctor_branches_v1_PropagateRequest, _proctor_branches_v1_PropagateRequest__Output>
        PropagateResponse: MessageTypeDefinition<_proctor_branches_v1_PropagateResponse, _proctor_branches_v1_PropagateResponse__Output>
        QueryRequest: MessageTypeDefinition<_proctor_branches_v1_QueryRequest, _proctor_branches_v1_QueryRequest__Output>
        QueryResponse: MessageTypeDefinition<_proctor_branches_v1_QueryResponse, _proctor_branches_v1_QueryResponse__Output>
        Update: MessageTypeDefinition<_proctor_branches_v1_Update, _proctor_branches_v1_Update__Output>
        UpdateRequest: MessageTypeDefinition<_proctor_branches_v1_UpdateRequest, _proctor_branches_v1_UpdateRequest__Output>
        UpdateResponse: MessageTypeDefinition<_proctor_branches_v1_UpdateResponse, _proctor_branches_v1_UpdateResponse__Output>
        Version: MessageTypeDefinition<_proctor_branches_v1_Version, _proctor_branches_v1_Version__Output>
      }
    }
  }
}

