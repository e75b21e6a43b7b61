// Original file: strife.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddAccountRequest as _proctor_strife_v1_AddAccountRequest, AddAccountRequest__Output as _proctor_strife_v1_AddAccountRequest__Output } from '../../../proctor/strife/v1/AddAccountRequest.ts';
import type { AddAccountResponse as _proctor_strife_v1_AddAccountResponse, AddAccountResponse__Output as _proctor_strife_v1_AddAccountResponse__Output } from '../../../proctor/strife/v1/AddAccountResponse.ts';
import type { AddUserRequest as _proctor_strife_v1_AddUserRequest, AddUserRequest__Output as _proctor_strife_v1_AddUserRequest__Output } from '../../../proctor/strife/v1/AddUserRequest.ts';
import type { AddUserResponse as _proctor_strife_v1_AddUserResponse, AddUserResponse__Output as _proctor_strife_v1_AddUserResponse__Output } from '../../../proctor/strife/v1/AddUserResponse.ts';
import type { GetBalanceRequest as _proctor_strife_v1_GetBalanceRequest, GetBalanceRequest__Output as _proctor_strife_v1_GetBalanceRequest__Output } from '../../../proctor/strife/v1/GetBalanceRequest.ts';
import type { GetBalanceResponse as _proctor_strife_v1_GetBalanceResponse, GetBalanceResponse__Output as _proctor_strife_v1_GetBalanceResponse__Output } from '../../../proctor/strife/v1/GetBalanceResponse.ts';
import type { ListKeysRequest as _proctor_strife_v1_ListKeysRequest, ListKeysRequest__Output as _proctor_strife_v1_ListKeysRequest__Output } from '../../../proctor/strife/v1/ListKeysRequest.ts';
import type { ListKeysResponse as _proctor_strife_v1_ListKeysResponse, ListKeysResponse__Output as _proctor_strife_v1_ListKeysResponse__Output } from '../../../proctor/strife/v1/ListKeysResponse.ts';
import type { ListPaymentsRequest as _proctor_strife_v1_ListPaymentsRequest, ListPaymentsRequest__Output as _proctor_strife_v1_ListPaymentsRequest__Output } from '../../../proctor/strife/v1/ListPaymentsRequest.ts';
import type { ListPaymentsResponse as _proctor_strife_v1_ListPaymentsResponse, ListPaymentsResponse__Output as _proctor_strife_v1_ListPaymentsResponse__Output } from '../../../proctor/strife/v1/ListPaymentsResponse.ts';
import type { LogInRequest as _proctor_strife_v1_LogInRequest, LogInRequest__Output as _proctor_strife_v1_LogInRequest__Output } from '../../../proctor/strife/v1/LogInRequest.ts';
import type { LogInResponse as _proctor_strife_v1_LogInResponse, LogInResponse__Output as _proctor_strife_v1_LogInResponse__Output } from '../../../proctor/strife/v1/LogInResponse.ts';
import type { LogOutRequest as _proctor_strife_v1_LogOutRequest, LogOutRequest__Output as _proctor_strife_v1_LogOutRequest__Output } from '../../../proctor/strife/v1/LogOutRequest.ts';
import type { LogOutResponse as _proctor_strife_v1_LogOutResponse, LogOutResponse__Output as _proctor_strife_v1_LogOutResponse__Output } from '../../../proctor/strife/v1/LogOutResponse.ts';
import type { PayRequest as _proctor_strife_v1_PayRequest, PayRequest__Output as _proctor_strife_v1_PayRequest__Output } from '../../../proctor/strife/v1/PayRequest.ts';
import type { PayResponse as _proctor_strife_v1_PayResponse, PayResponse__Output as _proctor_strife_v1_PayResponse__Output } from '../../../proctor/strife/v1/PayResponse.ts';
import type { RegisterRequest as _proctor_strife_v1_RegisterRequest, RegisterRequest__Output as _proctor_strife_v1_RegisterRequest__Output } from '../../../proctor/strife/v1/RegisterRequest.ts';
import type { RegisterResponse as _proctor_strife_v1_RegisterResponse, RegisterResponse__Output as _proctor_strife_v1_RegisterResponse__Output } from '../../../proctor/strife/v1/RegisterResponse.ts';

export interface GatewayClient extends grpc.Client {
  AddAccount(argument: _proctor_strife_v1_AddAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AddAccountResponse__Output>): grpc.ClientUnaryCall;
  AddAccount(argument: _proctor_strife_v1_AddAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_AddAccountResponse__Output>): grpc.ClientUnaryCall;
  AddAccount(argument: _proctor_strife_v1_AddAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AddAccountResponse__Output>): grpc.ClientUnaryCall;
  AddAccount(argument: _proctor_strife_v1_AddAccountRequest, callback: grpc.requestCallback<_proctor_strife_v1_AddAccountResponse__Output>): grpc.ClientUnaryCall;
  addAccount(argument: _proctor_strife_v1_AddAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AddAccountResponse__Output>): grpc.ClientUnaryCall;
  addAccount(argument: _proctor_strife_v1_AddAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_AddAccountResponse__Output>): grpc.ClientUnaryCall;
  addAccount(argument: _proctor_strife_v1_AddAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AddAccountResponse__Output>): grpc.ClientUnaryCall;
  addAccount(argument: _proctor_strife_v1_AddAccountRequest, callback: grpc.requestCallback<_proctor_strife_v1_AddAccountResponse__Output>): grpc.ClientUnaryCall;
  
  AddUser(argument: _proctor_strife_v1_AddUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AddUserResponse__Output>): grpc.ClientUnaryCall;
  AddUser(argument: _proctor_strife_v1_AddUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_AddUserResponse__Output>): grpc.ClientUnaryCall;
  AddUser(argument: _proctor_strife_v1_AddUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AddUserResponse__Output>): grpc.ClientUnaryCall;
  AddUser(argument: _proctor_strife_v1_AddUserRequest, callback: grpc.requestCallback<_proctor_strife_v1_AddUserResponse__Output>): grpc.ClientUnaryCall;
  addUser(argument: _proctor_strife_v1_AddUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AddUserResponse__Output>): grpc.ClientUnaryCall;
  addUser(argument: _proctor_strife_v1_AddUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_AddUserResponse__Output>): grpc.ClientUnaryCall;
  addUser(argument: _proctor_strife_v1_AddUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_AddUserResponse__Output>): grpc.ClientUnaryCall;
  addUser(argument: _proctor_strife_v1_AddUserRequest, callback: grpc.requestCallback<_proctor_strife_v1_AddUserResponse__Output>): grpc.ClientUnaryCall;
  
  GetBalance(argument: _proctor_strife_v1_GetBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _proctor_strife_v1_GetBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _proctor_strife_v1_GetBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _proctor_strife_v1_GetBalanceRequest, callback: grpc.requestCallback<_proctor_strife_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _proctor_strife_v1_GetBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _proctor_strife_v1_GetBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _proctor_strife_v1_GetBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _proctor_strife_v1_GetBalanceRequest, callback: grpc.requestCallback<_proctor_strife_v1_GetBalanceResponse__Output>): grpc.ClientUnaryCall;
  
  ListKeys(argument: _proctor_strife_v1_ListKeysRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_strife_v1_ListKeysResponse__Output>;
  ListKeys(argument: _proctor_strife_v1_ListKeysRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_strife_v1_ListKeysResponse__Output>;
  listKeys(argument: _proctor_strife_v1_ListKeysRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_strife_v1_ListKeysResponse__Output>;
  listKeys(argument: _proctor_strife_v1_ListKeysRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_proctor_strife_v1_ListKeysResponse__Output>;
  
  ListPayments(argument: _proctor_strife_v1_ListPaymentsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_ListPaymentsResponse__Output>): grpc.ClientUnaryCall;
  ListPayments(argument: _proctor_strife_v1_ListPaymentsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_ListPaymentsResponse__Output>): grpc.ClientUnaryCall;
  ListPayments(argument: _proctor_strife_v1_ListPaymentsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_ListPaymentsResponse__Output>): grpc.ClientUnaryCall;
  ListPayments(argument: _proctor_strife_v1_ListPaymentsRequest, callback: grpc.requestCallback<_proctor_strife_v1_ListPaymentsResponse__Output>): grpc.ClientUnaryCall;
  listPayments(argument: _proctor_strife_v1_ListPaymentsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_ListPaymentsResponse__Output>): grpc.ClientUnaryCall;
  listPayments(argument: _proctor_strife_v1_ListPaymentsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_ListPaymentsResponse__Output>): grpc.ClientUnaryCall;
  listPayments(argument: _proctor_strife_v1_ListPaymentsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_ListPaymentsResponse__Output>): grpc.ClientUnaryCall;
  listPayments(argument: _proctor_strife_v1_ListPaymentsRequest, callback: grpc.requestCallback<_proctor_strife_v1_ListPaymentsResponse__Output>): grpc.ClientUnaryCall;
  
  LogIn(argument: _proctor_strife_v1_LogInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_LogInResponse__Output>): grpc.ClientUnaryCall;
  LogIn(argument: _proctor_strife_v1_LogInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_LogInResponse__Output>): grpc.ClientUnaryCall;
  LogIn(argument: _proctor_strife_v1_LogInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_LogInResponse__Output>): grpc.ClientUnaryCall;
  LogIn(argument: _proctor_strife_v1_LogInRequest, callback: grpc.requestCallback<_proctor_strife_v1_LogInResponse__Output>): grpc.ClientUnaryCall;
  logIn(argument: _proctor_strife_v1_LogInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_LogInResponse__Output>): grpc.ClientUnaryCall;
  logIn(argument: _proctor_strife_v1_LogInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_LogInResponse__Output>): grpc.ClientUnaryCall;
  logIn(argument: _proctor_strife_v1_LogInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_LogInResponse__Output>): grpc.ClientUnaryCall;
  logIn(argument: _proctor_strife_v1_LogInRequest, callback: grpc.requestCallback<_proctor_strife_v1_LogInResponse__Output>): grpc.ClientUnaryCall;
  
  LogOut(argument: _proctor_strife_v1_LogOutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  LogOut(argument: _proctor_strife_v1_LogOutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  LogOut(argument: _proctor_strife_v1_LogOutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  LogOut(argument: _proctor_strife_v1_LogOutRequest, callback: grpc.requestCallback<_proctor_strife_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  logOut(argument: _proctor_strife_v1_LogOutRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  logOut(argument: _proctor_strife_v1_LogOutRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  logOut(argument: _proctor_strife_v1_LogOutRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  logOut(argument: _proctor_strife_v1_LogOutRequest, callback: grpc.requestCallback<_proctor_strife_v1_LogOutResponse__Output>): grpc.ClientUnaryCall;
  
  Pay(argument: _proctor_strife_v1_PayRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_PayResponse__Output>): grpc.ClientUnaryCall;
  Pay(argument: _proctor_strife_v1_PayRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_PayResponse__Output>): grpc.ClientUnaryCall;
  Pay(argument: _proctor_strife_v1_PayRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_PayResponse__Output>): grpc.ClientUnaryCall;
  Pay(argument: _proctor_strife_v1_PayRequest, callback: grpc.requestCallback<_proctor_strife_v1_PayResponse__Output>): grpc.ClientUnaryCall;
  pay(argument: _proctor_strife_v1_PayRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_PayResponse__Output>): grpc.ClientUnaryCall;
  pay(argument: _proctor_strife_v1_PayRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_PayResponse__Output>): grpc.ClientUnaryCall;
  pay(argument: _proctor_strife_v1_PayRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_PayResponse__Output>): grpc.ClientUnaryCall;
  pay(argument: _proctor_strife_v1_PayRequest, callback: grpc.requestCallback<_proctor_strife_v1_PayResponse__Output>): grpc.ClientUnaryCall;
  
  Register(argument: _proctor_strife_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_strife_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_strife_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  Register(argument: _proctor_strife_v1_RegisterRequest, callback: grpc.requestCallback<_proctor_strife_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_strife_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_strife_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_proctor_strife_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_strife_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_proctor_strife_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  register(argument: _proctor_strife_v1_RegisterRequest, callback: grpc.requestCallback<_proctor_strife_v1_RegisterResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface GatewayHandlers extends grpc.UntypedServiceImplementation {
  AddAccount: grpc.handleUnaryCall<_proctor_strife_v1_AddAccountRequest__Output, _proctor_strife_v1_AddAccountResponse>;
  
  AddUser: grpc.handleUnaryCall<_proctor_strife_v1_AddUserRequest__Output, _proctor_strife_v1_AddUserResponse>;
  
  GetBalance: grpc.handleUnaryCall<_proctor_strife_v1_GetBalanceRequest__Output, _proctor_strife_v1_GetBalanceResponse>;
  
  ListKeys: grpc.handleServerStreamingCall<_proctor_strife_v1_ListKeysRequest__Output, _proctor_strife_v1_ListKeysResponse>;
  
  ListPayments: grpc.handleUnaryCall<_proctor_strife_v1_ListPaymentsRequest__Output, _proctor_strife_v1_ListPaymentsResponse>;
  
  LogIn: grpc.handleUnaryCall<_proctor_strife_v1_LogInRequest__Output, _proctor_strife_v1_LogInResponse>;
  
  LogOut: grpc.handleUnaryCall<_proctor_strife_v1_LogOutRequest__Output, _proctor_strife_v1_LogOutResponse>;
  
  Pay: grpc.handleUnaryCall<_proctor_strife_v1_PayRequest__Output, _proctor_strife_v1_PayResponse>;
  
  Register: grpc.handleUnaryCall<_proctor_strife_v1_RegisterRequest__Output, _proctor_strife_v1_RegisterResponse>;
  
}

export interface GatewayDefinition extends grpc.ServiceDefinition {
  AddAccount: MethodDefinition<_proctor_strife_v1_AddAccountRequest, _proctor_strife_v1_AddAccountResponse, _proctor_strife_v1_AddAccountRequest__Output, _proctor_strife_v1_AddAccountResponse__Output>
  AddUser: MethodDefinition<_proctor_strife_v1_AddUserRequest, _proctor_strife_v1_AddUserResponse, _proctor_strife_v1_AddUserRequest__Output, _proctor_strife_v1_AddUserResponse__Output>
  GetBalance: MethodDefinition<_proctor_strife_v1_GetBalanceRequest, _proctor_strife_v1_GetBalanceResponse, _proctor_strife_v1_GetBalanceRequest__Output, _proctor_strife_v1_GetBalanceResponse__Output>
  ListKeys: MethodDefinition<_proctor_strife_v1_ListKeysRequest, _proctor_strife_v1_ListKeysResponse, _proctor_strife_v1_ListKeysRequest__Output, _proctor_strife_v1_ListKeysResponse__Output>
  ListPayments: MethodDefinition<_proctor_strife_v1_ListPaymentsRequest, _proctor_strife_v1_ListPaymentsResponse, _proctor_strife_v1_ListPaymentsRequest__Output, _proctor_strife_v1_ListPaymentsResponse__Output>
  LogIn: MethodDefinition<_proctor_strife_v1_LogInRequest, _proctor_strife_v1_LogInResponse, _proctor_strife_v1_LogInRequest__Output, _proctor_strife_v1_LogInResponse__Output>
  LogOut: MethodDefinition<_proctor_strife_v1_LogOutRequest, _proctor_strife_v1_LogOutResponse, _proctor_strife_v1_LogOutRequest__Output, _proctor_strife_v1_LogOutResponse__Output>
  Pay: MethodDefinition<_proctor_strife_v1_PayRequest, _proctor_strife_v1_PayResponse, _proctor_strife_v1_PayRequest__Output, _proctor_strife_v1_PayResponse__Output>
  Register: MethodDefinition<_proctor_strife_v1_RegisterRequest, _proctor_strife_v1_RegisterResponse, _proctor_strife_v1_RegisterRequest__Output, _proctor_strife_v1_RegisterResponse__Output>
}
