// Original file: strife.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AbortRequest as _proctor_strife_v1_AbortRequest, AbortRequest__Output as _proctor_strife_v1_AbortRequest__Output } from '../../../proctor/strife/v1/AbortRequest.ts';
import type { AbortResponse as _proctor_strife_v1_AbortResponse, AbortResponse__Output as _proctor_strife_v1_AbortResponse__Output } from '../../../proctor/strife/v1/AbortResponse.ts';
import type { AuditRequest as _proctor_strife_v1_AuditRequest, AuditRequest__Output as _proctor_strife_v1_AuditRequest__Output } from '../../../proctor/strife/v1/AuditRequest.ts';
import type { AuditResponse as _proctor_strife_v1_AuditResponse, AuditResponse__Output as _proctor_strife_v1_AuditResponse__Output } from '../../../proctor/strife/v1/AuditResponse.ts';
import type { CommitRequest as _proctor_strife_v1_CommitRequest, CommitRequest__Output as _proctor_strife_v1_CommitRequest__Output } from '../../../proctor/strife/v1/CommitRequest.ts';
import type { CommitResponse as _proctor_strife_v1_CommitResponse, CommitResponse__Output as _proctor_strife_v1_CommitResponse__Output } from '../../../proctor/strife/v1/CommitResponse.ts';
import type { GetAccountRequest as _proctor_strife_v1_GetAccountRequest, GetAccountRequest__Output as _proctor_strife_v1_GetAccountRequest__Output } from '../../../proctor/strife/v1/GetAccountRequest.ts';
import type { GetAccountResponse as _proctor_strife_v1_GetAccountResponse, GetAccountResponse__Output as _proctor_strife_v1_GetAccountResponse__Output } from '../../../proctor/strife/v1/GetAccountResponse.ts';
import type { OpenAccountRequest as _proctor_strife_v1_OpenAccountRequest, OpenAccountRequest__Output as _proctor_strife_v1_OpenAccountRequest__Output } from '../../../proctor/strife/v1/OpenAccountRequest.ts';
import type { OpenAccountResponse as _proctor_strife_v1_OpenAccountResponse, OpenAccountResponse__Output as _proctor_strife_v1_OpenAccountResponse__Output } from '../../../proctor/strife/v1/OpenAccountResponse.ts';
import type { PrepareRequest as _proctor_strife_v1_PrepareRequest, PrepareRequest__Output as _proctor_strife_v1_PrepareRequest__Output } from '../../../proctor/strife/v1/PrepareRequest.ts';
import type { PrepareResponse as _proctor_strife_v1_PrepareResponse, PrepareResponse__Output as _proctor_strife_v1_PrepareResponse__Output } from '../../../proctor/strife/v1/PrepareResponse.ts';

export interface BankClient extends grpc.Client {
  Abort(argument: _proctor_strife_v1_AbortRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AbortResponse__Output>): grpc.ClientUnaryCall;
  Abort(argument: _proctor_strife_v1_AbortRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_AbortResponse__Output>): grpc.ClientUnaryCall;
  Abort(argument: _proctor_strife_v1_AbortRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AbortResponse__Output>): grpc.ClientUnaryCall;
  Abort(argument: _proctor_strife_v1_AbortRequest, callback: grpc.requestCallback<_proctor_strife_v1_AbortResponse__Output>): grpc.ClientUnaryCall;
  abort(argument: _proctor_strife_v1_AbortRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AbortResponse__Output>): grpc.ClientUnaryCall;
  abort(argument: _proctor_strife_v1_AbortRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_AbortResponse__Output>): grpc.ClientUnaryCall;
  abort(argument: _proctor_strife_v1_AbortRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AbortResponse__Output>): grpc.ClientUnaryCall;
  abort(argument: _proctor_strife_v1_AbortRequest, callback: grpc.requestCallback<_proctor_strife_v1_AbortResponse__Output>): grpc.ClientUnaryCall;
  
  Audit(argument: _proctor_strife_v1_AuditRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_strife_v1_AuditResponse__Output>;
  Audit(argument: _proctor_strife_v1_AuditRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_strife_v1_AuditResponse__Output>;
  audit(argument: _proctor_strife_v1_AuditRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_strife_v1_AuditResponse__Output>;
  audit(argument: _proctor_strife_v1_AuditRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_strife_v1_AuditResponse__Output>;
  
  Commit(argument: _proctor_strife_v1_CommitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  Commit(argument: _proctor_strife_v1_CommitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  Commit(argument: _proctor_strife_v1_CommitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  Commit(argument: _proctor_strife_v1_CommitRequest, callback: grpc.requestCallback<_proctor_strife_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  commit(argument: _proctor_strife_v1_CommitRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  commit(argument: _proctor_strife_v1_CommitRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  commit(argument: _proctor_strife_v1_CommitRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  commit(argument: _proctor_strife_v1_CommitRequest, callback: grpc.requestCallback<_proctor_strife_v1_CommitResponse__Output>): grpc.ClientUnaryCall;
  
  GetAccount(argument: _proctor_strife_v1_GetAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  GetAccount(argument: _proctor_strife_v1_GetAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  GetAccount(argument: _proctor_strife_v1_GetAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  GetAccount(argument: _proctor_strife_v1_GetAccountRequest, callback: grpc.requestCallback<_proctor_strife_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  getAccount(argument: _proctor_strife_v1_GetAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  getAccount(argument: _proctor_strife_v1_GetAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  getAccount(argument: _proctor_strife_v1_GetAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  getAccount(argument: _proctor_strife_v1_GetAccountRequest, callback: grpc.requestCallback<_proctor_strife_v1_GetAccountResponse__Output>): grpc.ClientUnaryCall;
  
  OpenAccount(argument: _proctor_strife_v1_OpenAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  OpenAccount(argument: _proctor_strife_v1_OpenAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  OpenAccount(argument: _proctor_strife_v1_OpenAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  OpenAccount(argument: _proctor_strife_v1_OpenAccountRequest, callback: grpc.requestCallback<_proctor_strife_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  openAccount(argument: _proctor_strife_v1_OpenAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  openAccount(argument: _proctor_strife_v1_OpenAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  openAccount(argument: _proctor_strife_v1_OpenAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  openAccount(argument: _proctor_strife_v1_OpenAccountRequest, callback: grpc.requestCallback<_proctor_strife_v1_OpenAccountResponse__Output>): grpc.ClientUnaryCall;
  
  Prepare(argument: _proctor_strife_v1_PrepareRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_PrepareResponse__Output>): grpc.ClientUnaryCall;
  Prepare(argument: _proctor_strife_v1_PrepareRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_PrepareResponse__Output>): grpc.ClientUnaryCall;
  Prepare(argument: _proctor_strife_v1_PrepareRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_PrepareResponse__Output>): grpc.ClientUnaryCall;
  Prepare(argument: _proctor_strife_v1_PrepareRequest, callback: grpc.requestCallback<_proctor_strife_v1_PrepareResponse__Output>): grpc.ClientUnaryCall;
  prepare(argument: _proctor_strife_v1_PrepareRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_PrepareResponse__Output>): grpc.ClientUnaryCall;
  prepare(argument: _proctor_strife_v1_PrepareRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_PrepareResponse__Output>): grpc.ClientUnaryCall;
  prepare(argument: _proctor_strife_v1_PrepareRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_PrepareResponse__Output>): grpc.ClientUnaryCall;
  prepare(argument: _proctor_strife_v1_PrepareRequest, callback: grpc.requestCallback<_proctor_strife_v1_PrepareResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface BankHandlers extends grpc.UntypedServiceImplementation {
  Abort: grpc.handleUnaryCall<_proctor_strife_v1_AbortRequest__Output, _proctor_strife_v1_AbortResponse>;
  
  Audit: grpc.handleServerStreamingCall<_proctor_strife_v1_AuditRequest__Output, _proctor_strife_v1_AuditResponse>;
  
  Commit: grpc.handleUnaryCall<_proctor_strife_v1_CommitRequest__Output, _proctor_strife_v1_CommitResponse>;
  
  GetAccount: grpc.handleUnaryCall<_proctor_strife_v1_GetAccountRequest__Output, _proctor_strife_v1_GetAccountResponse>;
  
  OpenAccount: grpc.handleUnaryCall<_proctor_strife_v1_OpenAccountRequest__Output, _proctor_strife_v1_OpenAccountResponse>;
  
  Prepare: grpc.handleUnaryCall<_proctor_strife_v1_PrepareRequest__Output, _proctor_strife_v1_PrepareResponse>;
  
}

export interface BankDefinition extends grpc.ServiceDefinition {
  Abort: MethodDefinition<_proctor_strife_v1_AbortRequest, _proctor_strife_v1_AbortResponse, _proctor_strife_v1_AbortRequest__Output, _proctor_strife_v1_AbortResponse__Output>
  Audit: MethodDefinition<_proctor_strife_v1_AuditRequest, _proctor_strife_v1_AuditResponse, _proctor_strife_v1_AuditRequest__Output, _proctor_strife_v1_AuditResponse__Output>
  Commit: MethodDefinition<_proctor_strife_v1_CommitRequest, _proctor_strife_v1_CommitResponse, _proctor_strife_v1_CommitRequest__Output, _proctor_strife_v1_CommitResponse__Output>
  GetAccount: MethodDefinition<_proctor_strife_v1_GetAccountRequest, _proctor_strife_v1_GetAccountResponse, _proctor_strife_v1_GetAccountRequest__Output, _proctor_strife_v1_GetAccountResponse__Output>
  OpenAccount: MethodDefinition<_proctor_strife_v1_OpenAccountRequest, _proctor_strife_v1_OpenAccountResponse, _proctor_strife_v1_OpenAccountRequest__Output, _proctor_strife_v1_OpenAccountResponse__Output>
  Prepare: MethodDefinition<_proctor_strife_v1_PrepareRequest, _proctor_strife_v1_PrepareResponse, _proctor_strife_v1_PrepareRequest__Output, _proctor_strife_v1_PrepareResponse__Output>
}
