// Original file: byzantine.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { EnlistRequest as _proctor_byzantine_v1_EnlistRequest, EnlistRequest__Output as _proctor_byzantine_v1_EnlistRequest__Output } from '../../../proctor/byzantine/v1/EnlistRequest.ts';
import type { EnlistResponse as _proctor_byzantine_v1_EnlistResponse, EnlistResponse__Output as _proctor_byzantine_v1_EnlistResponse__Output } from '../../../proctor/byzantine/v1/EnlistResponse.ts';
import type { GiveAccountRequest as _proctor_byzantine_v1_GiveAccountRequest, GiveAccountRequest__Output as _proctor_byzantine_v1_GiveAccountRequest__Output } from '../../../proctor/byzantine/v1/GiveAccountRequest.ts';
import type { GiveAccountResponse as _proctor_byzantine_v1_GiveAccountResponse, GiveAccountResponse__Output as _proctor_byzantine_v1_GiveAccountResponse__Output } from '../../../proctor/byzantine/v1/GiveAccountResponse.ts';
import type { GreetRequest as _proctor_byzantine_v1_GreetRequest, GreetRequest__Output as _proctor_byzantine_v1_GreetRequest__Output } from '../../../proctor/byzantine/v1/GreetRequest.ts';
import type { GreetResponse as _proctor_byzantine_v1_GreetResponse, GreetResponse__Output as _proctor_byzantine_v1_GreetResponse__Output } from '../../../proctor/byzantine/v1/GreetResponse.ts';
import type { MarchRequest as _proctor_byzantine_v1_MarchRequest, MarchRequest__Output as _proctor_byzantine_v1_MarchRequest__Output } from '../../../proctor/byzantine/v1/MarchRequest.ts';
import type { MarchResponse as _proctor_byzantine_v1_MarchResponse, MarchResponse__Output as _proctor_byzantine_v1_MarchResponse__Output } from '../../../proctor/byzantine/v1/MarchResponse.ts';
import type { MusterRequest as _proctor_byzantine_v1_MusterRequest, MusterRequest__Output as _proctor_byzantine_v1_MusterRequest__Output } from '../../../proctor/byzantine/v1/MusterRequest.ts';
import type { MusterResponse as _proctor_byzantine_v1_MusterResponse, MusterResponse__Output as _proctor_byzantine_v1_MusterResponse__Output } from '../../../proctor/byzantine/v1/MusterResponse.ts';
import type { TellRequest as _proctor_byzantine_v1_TellRequest, TellRequest__Output as _proctor_byzantine_v1_TellRequest__Output } from '../../../proctor/byzantine/v1/TellRequest.ts';
import type { TellResponse as _proctor_byzantine_v1_TellResponse, TellResponse__Output as _proctor_byzantine_v1_TellResponse__Output } from '../../../proctor/byzantine/v1/TellResponse.ts';

export interface GeneralClient extends grpc.Client {
  Enlist(argument: _proctor_byzantine_v1_EnlistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_EnlistResponse__Output>): grpc.ClientUnaryCall;
  Enlist(argument: _proctor_byzantine_v1_EnlistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_EnlistResponse__Output>): grpc.ClientUnaryCall;
  Enlist(argument: _proctor_byzantine_v1_EnlistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_EnlistResponse__Output>): grpc.ClientUnaryCall;
  Enlist(argument: _proctor_byzantine_v1_EnlistRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_EnlistResponse__Output>): grpc.ClientUnaryCall;
  enlist(argument: _proctor_byzantine_v1_EnlistRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_EnlistResponse__Output>): grpc.ClientUnaryCall;
  enlist(argument: _proctor_byzantine_v1_EnlistRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_EnlistResponse__Output>): grpc.ClientUnaryCall;
  enlist(argument: _proctor_byzantine_v1_EnlistRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_EnlistResponse__Output>): grpc.ClientUnaryCall;
  enlist(argument: _proctor_byzantine_v1_EnlistRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_EnlistResponse__Output>): grpc.ClientUnaryCall;
  
  GiveAccount(argument: _proctor_byzantine_v1_GiveAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_GiveAccountResponse__Output>): grpc.ClientUnaryCall;
  GiveAccount(argument: _proctor_byzantine_v1_GiveAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_GiveAccountResponse__Output>): grpc.ClientUnaryCall;
  GiveAccount(argument: _proctor_byzantine_v1_GiveAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_GiveAccountResponse__Output>): grpc.ClientUnaryCall;
  GiveAccount(argument: _proctor_byzantine_v1_GiveAccountRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_GiveAccountResponse__Output>): grpc.ClientUnaryCall;
  giveAccount(argument: _proctor_byzantine_v1_GiveAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_GiveAccountResponse__Output>): grpc.ClientUnaryCall;
  giveAccount(argument: _proctor_byzantine_v1_GiveAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_GiveAccountResponse__Output>): grpc.ClientUnaryCall;
  giveAccount(argument: _proctor_byzantine_v1_GiveAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_GiveAccountResponse__Output>): grpc.ClientUnaryCall;
  giveAccount(argument: _proctor_byzantine_v1_GiveAccountRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_GiveAccountResponse__Output>): grpc.ClientUnaryCall;
  
  Greet(argument: _proctor_byzantine_v1_GreetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_GreetResponse__Output>): grpc.ClientUnaryCall;
  Greet(argument: _proctor_byzantine_v1_GreetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_GreetResponse__Output>): grpc.ClientUnaryCall;
  Greet(argument: _proctor_byzantine_v1_GreetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_GreetResponse__Output>): grpc.ClientUnaryCall;
  Greet(argument: _proctor_byzantine_v1_GreetRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_GreetResponse__Output>): grpc.ClientUnaryCall;
  greet(argument: _proctor_byzantine_v1_GreetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_GreetResponse__Output>): grpc.ClientUnaryCall;
  greet(argument: _proctor_byzantine_v1_GreetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_GreetResponse__Output>): grpc.ClientUnaryCall;
  greet(argument: _proctor_byzantine_v1_GreetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_GreetResponse__Output>): grpc.ClientUnaryCall;
  greet(argument: _proctor_byzantine_v1_GreetRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_GreetResponse__Output>): grpc.ClientUnaryCall;
  
  March(argument: _proctor_byzantine_v1_MarchRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_MarchResponse__Output>): grpc.ClientUnaryCall;
  March(argument: _proctor_byzantine_v1_MarchRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_MarchResponse__Output>): grpc.ClientUnaryCall;
  March(argument: _proctor_byzantine_v1_MarchRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_MarchResponse__Output>): grpc.ClientUnaryCall;
  March(argument: _proctor_byzantine_v1_MarchRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_MarchResponse__Output>): grpc.ClientUnaryCall;
  march(argument: _proctor_byzantine_v1_MarchRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_MarchResponse__Output>): grpc.ClientUnaryCall;
  march(argument: _proctor_byzantine_v1_MarchRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_MarchResponse__Output>): grpc.ClientUnaryCall;
  march(argument: _proctor_byzantine_v1_MarchRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_MarchResponse__Output>): grpc.ClientUnaryCall;
  march(argument: _proctor_byzantine_v1_MarchRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_MarchResponse__Output>): grpc.ClientUnaryCall;
  
  Muster(argument: _proctor_byzantine_v1_MusterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_MusterResponse__Output>): grpc.ClientUnaryCall;
  Muster(argument: _proctor_byzantine_v1_MusterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_MusterResponse__Output>): grpc.ClientUnaryCall;
  Muster(argument: _proctor_byzantine_v1_MusterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_MusterResponse__Output>): grpc.ClientUnaryCall;
  Muster(argument: _proctor_byzantine_v1_MusterRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_MusterResponse__Output>): grpc.ClientUnaryCall;
  muster(argument: _proctor_byzantine_v1_MusterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_MusterResponse__Output>): grpc.ClientUnaryCall;
  muster(argument: _proctor_byzantine_v1_MusterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_MusterResponse__Output>): grpc.ClientUnaryCall;
  muster(argument: _proctor_byzantine_v1_MusterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_MusterResponse__Output>): grpc.ClientUnaryCall;
  muster(argument: _proctor_byzantine_v1_MusterRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_MusterResponse__Output>): grpc.ClientUnaryCall;
  
  Tell(argument: _proctor_byzantine_v1_TellRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_TellResponse__Output>): grpc.ClientUnaryCall;
  Tell(argument: _proctor_byzantine_v1_TellRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_TellResponse__Output>): grpc.ClientUnaryCall;
  Tell(argument: _proctor_byzantine_v1_TellRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_TellResponse__Output>): grpc.ClientUnaryCall;
  Tell(argument: _proctor_byzantine_v1_TellRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_TellResponse__Output>): grpc.ClientUnaryCall;
  tell(argument: _proctor_byzantine_v1_TellRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_TellResponse__Output>): grpc.ClientUnaryCall;
  tell(argument: _proctor_byzantine_v1_TellRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_byzantine_v1_TellResponse__Output>): grpc.ClientUnaryCall;
  tell(argument: _proctor_byzantine_v1_TellRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_byzantine_v1_TellResponse__Output>): grpc.ClientUnaryCall;
  tell(argument: _proctor_byzantine_v1_TellRequest, callback: grpc.requestCallback<_proctor_byzantine_v1_TellResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface GeneralHandlers extends grpc.UntypedServiceImplementation {
  Enlist: grpc.handleUnaryCall<_proctor_byzantine_v1_EnlistRequest__Output, _proctor_byzantine_v1_EnlistResponse>;
  
  GiveAccount: grpc.handleUnaryCall<_proctor_byzantine_v1_GiveAccountRequest__Output, _proctor_byzantine_v1_GiveAccountResponse>;
  
  Greet: grpc.handleUnaryCall<_proctor_byzantine_v1_GreetRequest__Output, _proctor_byzantine_v1_GreetResponse>;
  
  March: grpc.handleUnaryCall<_proctor_byzantine_v1_MarchRequest__Output, _proctor_byzantine_v1_MarchResponse>;
  
  Muster: grpc.handleUnaryCall<_proctor_byzantine_v1_MusterRequest__Output, _proctor_byzantine_v1_MusterResponse>;
  
  Tell: grpc.handleUnaryCall<_proctor_byzantine_v1_TellRequest__Output, _proctor_byzantine_v1_TellResponse>;
  
}

export interface GeneralDefinition extends grpc.ServiceDefinition {
  Enlist: MethodDefinition<_proctor_byzantine_v1_EnlistRequest, _proctor_byzantine_v1_EnlistResponse, _proctor_byzantine_v1_EnlistRequest__Output, _proctor_byzantine_v1_EnlistResponse__Output>
  GiveAccount: MethodDefinition<_proctor_byzantine_v1_GiveAccountRequest, _proctor_byzantine_v1_GiveAccountResponse, _proctor_byzantine_v1_GiveAccountRequest__Output, _proctor_byzantine_v1_GiveAccountResponse__Output>
  Greet: MethodDefinition<_proctor_byzantine_v1_GreetRequest, _proctor_byzantine_v1_GreetResponse, _proctor_byzantine_v1_GreetRequest__Output, _proctor_byzantine_v1_GreetResponse__Output>
  March: MethodDefinition<_proctor_byzantine_v1_MarchRequest, _proctor_byzantine_v1_MarchResponse, _proctor_byzantine_v1_MarchRequest__Output, _proctor_byzantine_v1_MarchResponse__Output>
  Muster: MethodDefinition<_proctor_byzantine_v1_MusterRequest, _proctor_byzantine_v1_MusterResponse, _proctor_byzantine_v1_MusterRequest__Output, _proctor_byzantine_v1_MusterResponse__Output>
  Tell: MethodDefinition<_proctor_byzantine_v1_TellRequest, _proctor_byzantine_v1_TellResponse, _proctor_byzantine_v1_TellRequest__Output, _proctor_byzantine_v1_TellResponse__Output>
}
