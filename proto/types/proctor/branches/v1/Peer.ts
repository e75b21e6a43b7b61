// Original file: branches.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { JoinRequest as _proctor_branches_v1_JoinRequest, JoinRequest__Output as _proctor_branches_v1_JoinRequest__Output } from '../../../proctor/branches/v1/JoinRequest.ts';
import type { JoinResponse as _proctor_branches_v1_JoinResponse, JoinResponse__Output as _proctor_branches_v1_JoinResponse__Output } from '../../../proctor/branches/v1/JoinResponse.ts';
import type { PropagateRequest as _proctor_branches_v1_PropagateRequest, PropagateRequest__Output as _proctor_branches_v1_PropagateRequest__Output } from '../../../proctor/branches/v1/PropagateRequest.ts';
import type { PropagateResponse as _proctor_branches_v1_PropagateResponse, PropagateResponse__Output as _proctor_branches_v1_PropagateResponse__Output } from '../../../proctor/branches/v1/PropagateResponse.ts';

export interface PeerClient extends grpc.Client {
  Join(argument: _proctor_branches_v1_JoinRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_JoinResponse__Output>): grpc.ClientUnaryCall;
  Join(argument: _proctor_branches_v1_JoinRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_JoinResponse__Output>): grpc.ClientUnaryCall;
  Join(argument: _proctor_branches_v1_JoinRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_JoinResponse__Output>): grpc.ClientUnaryCall;
  Join(argument: _proctor_branches_v1_JoinRequest, callback: grpc.requestCallback<_proctor_branches_v1_JoinResponse__Output>): grpc.ClientUnaryCall;
  join(argument: _proctor_branches_v1_JoinRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_JoinResponse__Output>): grpc.ClientUnaryCall;
  join(argument: _proctor_branches_v1_JoinRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_JoinResponse__Output>): grpc.ClientUnaryCall;
  join(argument: _proctor_branches_v1_JoinRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_JoinResponse__Output>): grpc.ClientUnaryCall;
  join(argument: _proctor_branches_v1_JoinRequest, callback: grpc.requestCallback<_proctor_branches_v1_JoinResponse__Output>): grpc.ClientUnaryCall;
  
  Propagate_Deposit(argument: _proctor_branches_v1_PropagateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  Propagate_Deposit(argument: _proctor_branches_v1_PropagateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  Propagate_Deposit(argument: _proctor_branches_v1_PropagateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  Propagate_Deposit(argument: _proctor_branches_v1_PropagateRequest, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  propagateDeposit(argument: _proctor_branches_v1_PropagateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  propagateDeposit(argument: _proctor_branches_v1_PropagateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  propagateDeposit(argument: _proctor_branches_v1_PropagateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  propagateDeposit(argument: _proctor_branches_v1_PropagateRequest, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  
  Propagate_Withdraw(argument: _proctor_branches_v1_PropagateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  Propagate_Withdraw(argument: _proctor_branches_v1_PropagateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  Propagate_Withdraw(argument: _proctor_branches_v1_PropagateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  Propagate_Withdraw(argument: _proctor_branches_v1_PropagateRequest, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  propagateWithdraw(argument: _proctor_branches_v1_PropagateRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  propagateWithdraw(argument: _proctor_branches_v1_PropagateRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  propagateWithdraw(argument: _proctor_branches_v1_PropagateRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  propagateWithdraw(argument: _proctor_branches_v1_PropagateRequest, callback: grpc.requestCallback<_proctor_branches_v1_PropagateResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface PeerHandlers extends grpc.UntypedServiceImplementation {
  Join: grpc.handleUnaryCall<_proctor_branches_v1_JoinRequest__Output, _proctor_branches_v1_JoinResponse>;
  
  Propagate_Deposit: grpc.handleUnaryCall<_proctor_branches_v1_PropagateRequest__Output, _proctor_branches_v1_PropagateResponse>;
  
  Propagate_Withdraw: grpc.handleUnaryCall<_proctor_branches_v1_PropagateRequest__Output, _proctor_branches_v1_PropagateResponse>;
  
}

export interface PeerDefinition extends grpc.ServiceDefinition {
  Join: MethodDefinition<_proctor_branches_v1_JoinRequest, _proctor_branches_v1_JoinResponse, _proctor_branches_v1_JoinRequest__Output, _proctor_branches_v1_JoinResponse__Output>
  Propagate_Deposit: MethodDefinition<_proctor_branches_v1_PropagateRequest, _proctor_branches_v1_PropagateResponse, _proctor_branches_v1_PropagateRequest__Output, _proctor_branches_v1_PropagateResponse__Output>
  Propagate_Withdraw: MethodDefinition<_proctor_branches_v1_PropagateRequest, _proctor_branches_v1_PropagateResponse, _proctor_branches_v1_PropagateRequest__Output, _proctor_branches_v1_PropagateResponse__Output>
}
