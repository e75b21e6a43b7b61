import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AbortRequest as _proctor_strife_v1_AbortRequest, AbortRequest__Output as _proctor_strife_v1_AbortRequest__Output } from './proctor/strife/v1/AbortRequest.ts';
import type { AbortResponse as _proctor_strife_v1_AbortResponse, AbortResponse__Output as _proctor_strife_v1_AbortResponse__Output } from './proctor/strife/v1/AbortResponse.ts';
import type { AddAccountRequest as _proctor_strife_v1_AddAccountRequest, AddAccountRequest__Output as _proctor_strife_v1_AddAccountRequest__Output } from './proctor/strife/v1/AddAccountRequest.ts';
import type { AddAccountResponse as _proctor_strife_v1_AddAccountResponse, AddAccountResponse__Output as _proctor_strife_v1_AddAccountResponse__Output } from './proctor/strife/v1/AddAccountResponse.ts';
import type { AddUserRequest as _proctor_strife_v1_AddUserRequest, AddUserRequest__Output as _proctor_strife_v1_AddUserRequest__Output } from './proctor/strife/v1/AddUserRequest.ts';
import type { AddUserResponse as _proctor_strife_v1_AddUserResponse, AddUserResponse__Output as _proctor_strife_v1_AddUserResponse__Output } from './proctor/strife/v1/AddUserResponse.ts';
import type { AuditRequest as _proctor_strife_v1_AuditRequest, AuditRequest__Output as _proctor_strife_v1_AuditRequest__Output } from './proctor/strife/v1/AuditRequest.ts';
import type { AuditResponse as _proctor_strife_v1_AuditResponse, AuditResponse__Output as _proctor_strife_v1_AuditResponse__Output } from './proctor/strife/v1/AuditResponse.ts';
import type { AuditedAccount as _proctor_strife_v1_AuditedAccount, AuditedAccount__Output as _proctor_strife_v1_AuditedAccount__Output } from './proctor/strife/v1/AuditedAccount.ts';
import type { AuditedTransaction as _proctor_strife_v1_AuditedTransaction, AuditedTransaction__Output as _proctor_strife_v1_AuditedTransaction__Output } from './proctor/strife/v1/AuditedTransaction.ts';
import type { BankClient as _proctor_strife_v1_BankClient, BankDefinition as _proctor_strife_v1_BankDefinition } from './proctor/strife/v1/Bank.ts';
import type { CommitRequest as _proctor_strife_v1_CommitRequest, CommitRequest__Output as _proctor_strife_v1_CommitRequest__Output } from './proctor/strife/v1/CommitRequest.ts';
import type { CommitResponse as _proctor_strife_v1_CommitResponse, CommitResponse__Output as _proctor_strife_v1_CommitResponse__Output } from './proctor/strife/v1/CommitResponse.ts';
import type { CoordinatorClient as _proctor_strife_v1_CoordinatorClient, CoordinatorDefinition as _proctor_strife_v1_CoordinatorDefinition } from './proctor/strife/v1/Coordinator.ts';
import type { GatewayClient as _proctor_strife_v1_GatewayClient, GatewayDefinition as _proctor_strife_v1_GatewayDefinition } from './proctor/strife/v1/Gateway.ts';
import type { GetAccountRequest as _proctor_strife_v1_GetAccountRequest, GetAccountRequest__Output as _proctor_strife_v1_GetAccountRequest__Output } from './proctor/strife/v1/GetAccountRequest.ts';
import type { GetAccountResponse as _proctor_strife_v1_GetAccountResponse, GetAccountResponse__Output as _proctor_strife_v1_GetAccountResponse__Output } from './proctor/strife/v1/GetAccountResponse.ts';
import type { GetBalanceRequest as _proctor_strife_v1_GetBalanceRequest, GetBalanceRequest__Output as _proctor_strife_v1_GetBalanceRequest__Output } from './proctor/strife/v1/GetBalanceRequest.ts';
import type { GetBalanceResponse as _proctor_strife_v1_GetBalanceResponse, GetBalanceResponse__Output as _proctor_strife_v1_GetBalanceResponse__Output } from './proctor/strife/v1/GetBalanceResponse.ts';
import type { KnownKey as _proctor_strife_v1_KnownKey, KnownKey__Output as _proctor_strife_v1_KnownKey__Output } from './proctor/strife/v1/KnownKey.ts';
import type { ListKeysRequest as _proctor_strife_v1_ListKeysRequest, ListKeysRequest__Output as _proctor_strife_v1_ListKeysRequest__Output } from './proctor/strife/v1/ListKeysRequest.ts';
import type { ListKeysResponse as _proctor_strife_v1_ListKeysResponse, ListKeysResponse__Output as _proctor_strife_v1_ListKeysResponse__Output } from './proctor/strife/v1/ListKeysResponse.ts';
import type { ListPaymentsRequest as _proctor_strife_v1_ListPaymentsRequest, ListPaymentsRequest__Output as _proctor_strife_v1_ListPaymentsRequest__Output } from './proctor/strife/v1/ListPaymentsRequest.ts';
import type { ListPaymentsResponse as _proctor_strife_v1_ListPaymentsResponse, ListPaymentsResponse__Output as _proctor_strife_v1_ListPaymentsResponse__Output } from './proctor/strife/v1/ListPaymentsResponse.ts';
import type { LogInRequest as _proctor_strife_v1_LogInRequest, LogInRequest__Output as _proctor_strife_v1_LogInRequest__Output } from './proctor/strife/v1/LogInRequest.ts';
import type { LogInResponse as _proctor_strife_v1_LogInResponse, LogInResponse__Output as _proctor_strife_v1_LogInResponse__Output } from './proctor/strife/v1/LogInResponse.ts';
import type { LogOutRequest as _proctor_strife_v1_LogOutRequest, LogOutRequest__Output as _proctor_strife_v1_LogOutRequest__Output } from './proctor/strife/v1/LogOutRequest.ts';
import type { LogOutResponse as _proctor_strife_v1_LogOutResponse, LogOutResponse__Output as _proctor_strife_v1_LogOutResponse__Output } from './proctor/strife/v1/LogOutResponse.ts';
import type { OpenAccountRequest as _proctor_strife_v1_OpenAccountRequest, OpenAccountRequest__Output as _proctor_strife_v1_OpenAccountRequest__Output } from './proctor/strife/v1/OpenAccountRequest.ts';
import type { OpenAccountResponse as _proctor_strife_v1_OpenAccountResponse, OpenAccountResponse__Output as _proctor_strife_v1_OpenAccountResponse__Output } from './proctor/strife/v1/OpenAccountResponse.ts';
import type { PayRequest as _proctor_strife_v1_PayRequest, PayRequest__Output as _proctor_strife_v1_PayRequest__Output } from './proctor/strife/v1/PayRequest.ts';
import type { PayResponse as _proctor_strife_v1_PayResponse, PayResponse__Output as _proctor_strife_v1_PayResponse__Output } from './proctor/strife/v1/PayResponse.ts';
import type { Payment as _proctor_strife_v1_Payment, Payment__Output as _proctor_strife_v1_Payment__Output } from './proctor/strife/v1/Payment.ts';
import type { PrepareRequest as _proctor_strife_v1_PrepareRequest, PrepareRequest__Output as _proctor_strife_v1_PrepareRequest__Output } from './proctor/strife/v1/PrepareRequest.ts';
import type { PrepareResponse as _proctor_strife_v1_PrepareResponse, PrepareResponse__Output as _proctor_strife_v1_PrepareResponse__Output } from './proctor/strife/v1/PrepareResponse.ts';
import type { Receipt as _proctor_strife_v1_Receipt, Receipt__Output as _proctor_strife_v1_Receipt__Output } from './proctor/strife/v1/Receipt.ts';
import type { RegisterRequest as _proctor_strife_v1_RegisterRequest, RegisterRequest__Output as _proctor_strife_v1_RegisterRequest__Output } from './proctor/strife/v1/RegisterRequest.ts';
import type { RegisterResponse as _proctor_strife_v1_RegisterResponse, RegisterResponse__Output as _proctor_strife_v1_RegisterResponse__Output } from './proctor/strife/v1/RegisterResponse.ts';
import type { ResolveRequest as _proctor_strife_v1_ResolveRequest, ResolveRequest__Output as _proctor_strife_v1_ResolveRequest__Output } from './proctor/strife/v1/ResolveRequest.ts';
import type { ResolveResponse as _proctor_strife_v1_ResolveResponse, ResolveResponse__Output as _proctor_strife_v1_ResolveResponse__Output } from './proctor/strife/v1/ResolveResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  proctor: {
    strife: {
      v1: {
        AbortRequest: MessageTypeDefinition<_proctor_strife_v1_AbortRequest, _proctor_strife_v1_AbortRequest__Output>
        AbortResponse: MessageTypeDefinition<_proctor_strife_v1_AbortResponse, _proctor_strife_v1_AbortResponse__Output>
        AddAccountRequest: MessageTypeDefinition<_proctor_strife_v1_AddAccountRequest, _proctor_strife_v1_AddAccountRequest__Output>
        AddAccountResponse: MessageTypeDefinition<_proctor_strife_v1_AddAccountResponse, _proctor_strife_v1_AddAccountResponse__Output>
        AddUserRequest: MessageTypeDefinition<_proctor_strife_v1_AddUserRequest, _proctor_strife_v1_AddUserRequest__Output>
        AddUserResponse: MessageTypeDefinition<_proctor_strife_v1_AddUserResponse, _proctor_strife_v1_AddUserResponse__Output>
        AuditRequest: MessageTypeDefinition<_proctor_strife_v1_AuditRequest, _proctor_strife_v1_AuditRequest__Output>
        AuditResponse: MessageTypeDefinition<_proctor_strife_v1_AuditResponse, _proctor_strife_v1_AuditResponse__Output>
        AuditedAccount: MessageTypeDefinition<_proctor_strife_v1_AuditedAccount, _proctor_strife_v1_AuditedAccount__Output>
        AuditedTransaction: MessageTypeDefinition<_proctor_strife_v1_AuditedTransaction, _proctor_strife_v1_AuditedTransaction__Output>
        Bank: SubtypeConstructor<typeof grpc.Client, _proctor_strife_v1_BankClient> & { service: _proctor_strife_v1_BankDefinition }
        CommitRequest: MessageTypeDefinition<_proctor_strife_v1_CommitRequest, _proctor_strife_v1_CommitRequest__Output>
        CommitResponse: MessageTypeDefinition<_proctor_strife_v1_CommitResponse, _proctor_strife_v1_CommitResponse__Output>
        Coordinator: SubtypeConstructor<typeof grpc.Client, _proctor_strife_v1_CoordinatorClient> & { service: _proctor_strife_v1_CoordinatorDefinition }
        Decision: EnumTypeDefinition
        Gateway: SubtypeConstructor<typeof grpc.Client, _proctor_strife_v1_GatewayClient> & { service: _proctor_strife_v1_GatewayDefinition }
        GetAccountRequest: MessageTypeDefinition<_proctor_strife_v1_GetAccountRequest, _proctor_strife_v1_GetAccountRequest__Output>
        GetAccountResponse: MessageTypeDefinition<_proctor_strife_v1_GetAccountResponse, _proctor_strife_v1_GetAccountResponse__Output>
        GetBalanceRequest: MessageTypeDefinition<_proctor_strife_v1_GetBalanceRequest, _proctor_strife_v1_GetBalanceRequest__Output>
        GetBalanceResponse: MessageTypeDefinition<_proctor_strife_v1_GetBalanceResponse, _proctor_strife_v1_GetBalanceResponse__Output>
        KnownKey: MessageTypeDefinition<_proctor_strife_v1_KnownKey, _proctor_strife_v1_KnownKey__Output>
        ListKeysRequest: MessageTypeDefinition<_proctor_strife_v1_ListKeysRequest, _proctor_strife_v1_ListKeysRequest__Output>
        ListKeysResponse: MessageTypeDefinition<_proctor_strife_v1_ListKeysResponse, _proctor_strife_v1_ListKeysResponse__Output>
        ListPaymentsRequest: MessageTypeDefinition<_proctor_strife_v1_ListPaymentsRequest, _proctor_strife_v1_ListPaymentsRequest__Output>
        ListPaymentsResponse: MessageTypeDefinition<_proctor_strife_v1_ListPaymentsResponse, _proctor_strife_v1_ListPaymentsResponse__Output>
        LogInRequest: MessageTypeDefinition<_proctor_strife_v1_LogInRequest, _proctor_strife_v1_LogInRequest__Output>
        LogInResponse: MessageTypeDefinition<_proctor_strife_v1_LogInResponse, _proctor_strife_v1_LogInResponse__Output>
        LogOutRequest: MessageTypeDefinition<_proctor_strife_v1_LogOutRequest, _proctor_strife_v1_LogOutRequest__Output>
        LogOutResponse: MessageTypeDefinition<_proctor_strife_v1_LogOutResponse, _proctor_strife_v1_LogOutResponse__Output>
        OpenAccountRequest: MessageTypeDefinition<_proctor_strife_v1_OpenAccountRequest, _proctor_strife_v1_OpenAccountRequest__Output>
        OpenAccountResponse: MessageTypeDefinition<_proctor_strife_v1_OpenAccountResponse, _proctor_strife_v1_OpenAccountResponse__Output>
        Outcome: EnumTypeDefinition
        PayRequest: MessageTypeDefinition<_proctor_strife_v1_PayRequest, _proctor_strife_v1_PayRequest__Output>
        PayResponse: MessageTypeDefinition<_proctor_strife_v1_PayResponse, _proctor_strife_v1_PayResponse__Output>
        Payment: MessageTypeDefinition<_proctor_strife_v1_Payment, _proctor_strife_v1_Payment__Output>
        PrepareRequest: MessageTypeDefinition<_proctor_strife_v1_PrepareRequest, _proctor_strife_v1_PrepareRequest__Output>
        PrepareResponse: MessageTypeDefinition<_proctor_strife_v1_PrepareResponse, _proctor_strife_v1_PrepareResponse__Output>
        Receipt: MessageTypeDefinition<_proctor_strife_v1_Receipt, _proctor_strife_v1_Receipt__Output>
        Refusal: EnumTypeDefinition
        RegisterRequest: MessageTypeDefinition<_proctor_strife_v1_RegisterRequest, _proctor_strife_v1_RegisterRequest__Output>
        RegisterResponse: MessageTypeDefinition<_proctor_strife_v1_RegisterResponse, _proctor_strife_v1_RegisterResponse__Output>
        ResolveRequest: MessageTypeDefinition<_proctor_strife_v1_ResolveRequest, _proctor_strife_v1_ResolveRequest__Output>
        ResolveResponse: MessageTypeDefinition<_proctor_strife_v1_ResolveResponse, _proctor_strife_v1_ResolveResponse__Output>
        Vote: EnumTypeDefinition
      }
    }
  }
}

