// Original file: branches.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ListMessagesRequest as _proctor_branches_v1_ListMessagesRequest, ListMessagesRequest__Output as _proctor_branches_v1_ListMessagesRequest__Output } from '../../../proctor/branches/v1/ListMessagesRequest.ts';
import type { ListMessagesResponse as _proctor_branches_v1_ListMessagesResponse, ListMessagesResponse__Output as _proctor_branches_v1_ListMessagesResponse__Output } from '../../../proctor/branches/v1/ListMessagesResponse.ts';
import type { QueryRequest as _proctor_branches_v1_QueryRequest, QueryRequest__Output as _proctor_branches_v1_QueryRequest__Output } from '../../../proctor/branches/v1/QueryRequest.ts';
import type { QueryResponse as _proctor_branches_v1_QueryResponse, QueryResponse__Output as _proctor_branches_v1_QueryResponse__Output } from '../../../proctor/branches/v1/QueryResponse.ts';
import type { UpdateRequest as _proctor_branches_v1_UpdateRequest, UpdateRequest__Output as _proctor_branches_v1_UpdateRequest__Output } from '../../../proctor/branches/v1/UpdateRequest.ts';
import type { UpdateResponse as _proctor_branches_v1_UpdateResponse, UpdateResponse__Output as _proctor_branches_v1_UpdateResponse__Output } from '../../../proctor/branches/v1/UpdateResponse.ts';

export interface BranchClient extends grpc.Client {
  Deposit(argument: _proctor_branches_v1_UpdateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  Deposit(argument: _proctor_branches_v1_UpdateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  Deposit(argument: _proctor_branches_v1_UpdateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  Deposit(argument: _proctor_branches_v1_UpdateRequest, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  deposit(argument: _proctor_branches_v1_UpdateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  deposit(argument: _proctor_branches_v1_UpdateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  deposit(argument: _proctor_branches_v1_UpdateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  deposit(argument: _proctor_branches_v1_UpdateRequest, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  
  ListMessages(argument: _proctor_branches_v1_ListMessagesRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_branches_v1_ListMessagesResponse__Output>;
  ListMessages(argument: _proctor_branches_v1_ListMessagesRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_branches_v1_ListMessagesResponse__Output>;
  listMessages(argument: _proctor_branches_v1_ListMessagesRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_branches_v1_ListMessagesResponse__Output>;
  listMessages(argument: _proctor_branches_v1_ListMessagesRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_branches_v1_ListMessagesResponse__Output>;
  
  Query(argument: _proctor_branches_v1_QueryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_QueryResponse__Output>): grpc.ClientUnaryCall;
  Query(argument: _proctor_branches_v1_QueryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_QueryResponse__Output>): grpc.ClientUnaryCall;
  Query(argument: _proctor_branches_v1_QueryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_QueryResponse__Output>): grpc.ClientUnaryCall;
  Query(argument: _proctor_branches_v1_QueryRequest, callback: grpc.requestCallback<_proctor_branches_v1_QueryResponse__Output>): grpc.ClientUnaryCall;
  query(argument: _proctor_branches_v1_QueryRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_QueryResponse__Output>): grpc.ClientUnaryCall;
  query(argument: _proctor_branches_v1_QueryRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_QueryResponse__Output>): grpc.ClientUnaryCall;
  query(argument: _proctor_branches_v1_QueryRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_QueryResponse__Output>): grpc.ClientUnaryCall;
  query(argument: _proctor_branches_v1_QueryRequest, callback: grpc.requestCallback<_proctor_branches_v1_QueryResponse__Output>): grpc.ClientUnaryCall;
  
  Withdraw(argument: _proctor_branches_v1_UpdateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  Withdraw(argument: _proctor_branches_v1_UpdateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  Withdraw(argument: _proctor_branches_v1_UpdateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  Withdraw(argument: _proctor_branches_v1_UpdateRequest, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  withdraw(argument: _proctor_branches_v1_UpdateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  withdraw(argument: _proctor_branches_v1_UpdateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  withdraw(argument: _proctor_branches_v1_UpdateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  withdraw(argument: _proctor_branches_v1_UpdateRequest, callback: grpc.requestCallback<_proctor_branches_v1_UpdateResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface BranchHandlers extends grpc.UntypedServiceImplementation {
  Deposit: grpc.handleUnaryCall<_proctor_branches_v1_UpdateRequest__Output, _proctor_branches_v1_UpdateResponse>;
  
  ListMessages: grpc.handleServerStreamingCall<_proctor_branches_v1_ListMessagesRequest__Output, _proctor_branches_v1_ListMessagesResponse>;
  
  Query: grpc.handleUnaryCall<_proctor_branches_v1_QueryRequest__Output, _proctor_branches_v1_QueryResponse>;
  
  Withdraw: grpc.handleUnaryCall<_proctor_branches_v1_UpdateRequest__Output, _proctor_branches_v1_UpdateResponse>;
  
}

export interface BranchDefinition extends grpc.ServiceDefinition {
  Deposit: MethodDefinition<_proctor_branches_v1_UpdateRequest, _proctor_branches_v1_UpdateResponse, _proctor_branches_v1_UpdateRequest__Output, _proctor_branches_v1_UpdateResponse__Output>
  ListMessages: MethodDefinition<_proctor_branches_v1_ListMessagesRequest, _proctor_branches_v1_ListMessagesResponse, _proctor_branches_v1_ListMessagesRequest__Output, _proctor_branches_v1_ListMessagesResponse__Output>
  Query: MethodDefinition<_proctor_branches_v1_QueryRequest, _proctor_branches_v1_QueryResponse, _proctor_branches_v1_QueryRequest__Output, _proctor_branches_v1_QueryResponse__Output>
  Withdraw: MethodDefinition<_proctor_branches_v1_UpdateRequest, _proctor_branches_v1_UpdateResponse, _proctor_branches_v1_UpdateRequest__Output, _proctor_branches_v1_UpdateResponse__Output>
}
