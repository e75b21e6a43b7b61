import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AdminClient as _proctor_balancer_v1_AdminClient, AdminDefinition as _proctor_balancer_v1_AdminDefinition } from './proctor/balancer/v1/Admin.ts';
import type { BackendClient as _proctor_balancer_v1_BackendClient, BackendDefinition as _proctor_balancer_v1_BackendDefinition } from './proctor/balancer/v1/Backend.ts';
import type { BalancerClient as _proctor_balancer_v1_BalancerClient, BalancerDefinition as _proctor_balancer_v1_BalancerDefinition } from './proctor/balancer/v1/Balancer.ts';
import type { Choice as _proctor_balancer_v1_Choice, Choice__Output as _proctor_balancer_v1_Choice__Output } from './proctor/balancer/v1/Choice.ts';
import type { ClientAgentClient as _proctor_balancer_v1_ClientAgentClient, ClientAgentDefinition as _proctor_balancer_v1_ClientAgentDefinition } from './proctor/balancer/v1/ClientAgent.ts';
import type { ComputeRequest as _proctor_balancer_v1_ComputeRequest, ComputeRequest__Output as _proctor_balancer_v1_ComputeRequest__Output } from './proctor/balancer/v1/ComputeRequest.ts';
import type { ComputeResponse as _proctor_balancer_v1_ComputeResponse, ComputeResponse__Output as _proctor_balancer_v1_ComputeResponse__Output } from './proctor/balancer/v1/ComputeResponse.ts';
import type { DeregisterRequest as _proctor_balancer_v1_DeregisterRequest, DeregisterRequest__Output as _proctor_balancer_v1_DeregisterRequest__Output } from './proctor/balancer/v1/DeregisterRequest.ts';
import type { DeregisterResponse as _proctor_balancer_v1_DeregisterResponse, DeregisterResponse__Output as _proctor_balancer_v1_DeregisterResponse__Output } from './proctor/balancer/v1/DeregisterResponse.ts';
import type { DriveRequest as _proctor_balancer_v1_DriveRequest, DriveRequest__Output as _proctor_balancer_v1_DriveRequest__Output } from './proctor/balancer/v1/DriveRequest.ts';
import type { DriveResponse as _proctor_balancer_v1_DriveResponse, DriveResponse__Output as _proctor_balancer_v1_DriveResponse__Output } from './proctor/balancer/v1/DriveResponse.ts';
import type { Endpoint as _proctor_balancer_v1_Endpoint, Endpoint__Output as _proctor_balancer_v1_Endpoint__Output } from './proctor/balancer/v1/Endpoint.ts';
import type { ListBackendsRequest as _proctor_balancer_v1_ListBackendsRequest, ListBackendsRequest__Output as _proctor_balancer_v1_ListBackendsRequest__Output } from './proctor/balancer/v1/ListBackendsRequest.ts';
import type { ListBackendsResponse as _proctor_balancer_v1_ListBackendsResponse, ListBackendsResponse__Output as _proctor_balancer_v1_ListBackendsResponse__Output } from './proctor/balancer/v1/ListBackendsResponse.ts';
import type { ListedBackend as _proctor_balancer_v1_ListedBackend, ListedBackend__Output as _proctor_balancer_v1_ListedBackend__Output } from './proctor/balancer/v1/ListedBackend.ts';
import type { Load as _proctor_balancer_v1_Load, Load__Output as _proctor_balancer_v1_Load__Output } from './proctor/balancer/v1/Load.ts';
import type { MembershipClient as _proctor_balancer_v1_MembershipClient, MembershipDefinition as _proctor_balancer_v1_MembershipDefinition } from './proctor/balancer/v1/Membership.ts';
import type { PickRequest as _proctor_balancer_v1_PickRequest, PickRequest__Output as _proctor_balancer_v1_PickRequest__Output } from './proctor/balancer/v1/PickRequest.ts';
import type { PickResponse as _proctor_balancer_v1_PickResponse, PickResponse__Output as _proctor_balancer_v1_PickResponse__Output } from './proctor/balancer/v1/PickResponse.ts';
import type { RegisterRequest as _proctor_balancer_v1_RegisterRequest, RegisterRequest__Output as _proctor_balancer_v1_RegisterRequest__Output } from './proctor/balancer/v1/RegisterRequest.ts';
import type { RegisterResponse as _proctor_balancer_v1_RegisterResponse, RegisterResponse__Output as _proctor_balancer_v1_RegisterResponse__Output } from './proctor/balancer/v1/RegisterResponse.ts';
import type { ReportRequest as _proctor_balancer_v1_ReportRequest, ReportRequest__Output as _proctor_balancer_v1_ReportRequest__Output } from './proctor/balancer/v1/ReportRequest.ts';
import type { ReportResponse as _proctor_balancer_v1_ReportResponse, ReportResponse__Output as _proctor_balancer_v1_ReportResponse__Output } from './proctor/balancer/v1/ReportResponse.ts';
import type { Sample as _proctor_balancer_v1_Sample, Sample__Output as _proctor_balancer_v1_Sample__Output } from './proctor/balancer/v1/Sample.ts';
import type { SetPolicyRequest as _proctor_balancer_v1_SetPolicyRequest, SetPolicyRequest__Output as _proctor_balancer_v1_SetPolicyRequest__Output } from './proctor/balancer/v1/SetPolicyRequest.ts';
import type { SetPolicyResponse as _proctor_balancer_v1_SetPolicyResponse, SetPolicyResponse__Output as _proctor_balancer_v1_SetPolicyResponse__Output } from './proctor/balancer/v1/SetPolicyResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  proctor: {
    balancer: {
      v1: {
        Admin: SubtypeConstructor<typeof grpc.Client, _proctor_balancer_v1_AdminClient> & { service: _proctor_balancer_v1_AdminDefinition }
        Backend: SubtypeConstructor<typeof grpc.Client, _proctor_balancer_v1_BackendClient> & { service: _proctor_balancer_v1_BackendDefinition }
        Balancer: SubtypeConstructor<typeof grpc.Client, _proctor_balancer_v1_BalancerClient> & { service: _proctor_balancer_v1_BalancerDefinition }
        Choice: MessageTypeDefinition<_proctor_balancer_v1_Choice, _proctor_balancer_v1_Choice__Output>
        ClientAgent: SubtypeConstructor<typeof grpc.Client, _proctor_balancer_v1_ClientAgentClient> & { service: _proctor_balancer_v1_ClientAgentDefinition }
        ComputeRequest: MessageTypeDefinition<_proctor_balancer_v1_ComputeRequest, _proctor_balancer_v1_ComputeRequest__Output>
        ComputeResponse: MessageTypeDefinition<_proctor_balancer_v1_ComputeResponse, _proctor_balancer_v1_ComputeResponse__Output>
        DeregisterRequest: MessageTypeDefinition<_proctor_balancer_v1_DeregisterRequest, _proctor_balancer_v1_DeregisterRequest__Output>
        DeregisterResponse: MessageTypeDefinition<_proctor_balancer_v1_DeregisterResponse, _proctor_balancer_v1_DeregisterResponse__Output>
        DriveRequest: MessageTypeDefinition<_proctor_balancer_v1_DriveRequest, _proctor_balancer_v1_DriveRequest__Output>
        DriveResponse: MessageTypeDefinition<_proctor_balancer_v1_DriveResponse, _proctor_balancer_v1_DriveResponse__Output>
        Endpoint: MessageTypeDefinition<_proctor_balancer_v1_Endpoint, _proctor_balancer_v1_Endpoint__Output>
        ListBackendsRequest: MessageTypeDefinition<_proctor_balancer_v1_ListBackendsRequest, _proctor_balancer_v1_ListBackendsRequest__Output>
        ListBackendsResponse: MessageTypeDefinition<_proctor_balancer_v1_ListBackendsResponse, _proctor_balancer_v1_ListBackendsResponse__Output>
        ListedBackend: MessageTypeDefinition<_proctor_balancer_v1_ListedBackend, _proctor_balancer_v1_ListedBackend__Output>
        Load: MessageTypeDefinition<_proctor_balancer_v1_Load, _proctor_balancer_v1_Load__Output>
        Membership: SubtypeConstructor<typeof grpc.Client, _proctor_balancer_v1_MembershipClient> & { service: _proctor_balancer_v1_MembershipDefinition }
        PickRequest: MessageTypeDefinition<_proctor_balancer_v1_PickRequest, _proctor_balancer_v1_PickRequest__Output>
        PickResponse: MessageTypeDefinition<_proctor_balancer_v1_PickResponse, _proctor_balancer_v1_PickResponse__Output>
        RegisterRequest: MessageTypeDefinition<_proctor_balancer_v1_RegisterRequest, _proctor_balancer_v1_RegisterRequest__Output>
        RegisterResponse: MessageTypeDefinition<_proctor_balancer_v1_RegisterResponse, _proctor_balancer_v1_RegisterResponse__Output>
        ReportRequest: MessageTypeDefinition<_proctor_balancer_v1_ReportRequest, _proctor_balancer_v1_ReportRequest__Output>
        ReportResponse: MessageTypeDefinition<_proctor_balancer_v1_ReportResponse, _proctor_balancer_v1_ReportResponse__Output>
        Sample: MessageTypeDefinition<_proctor_balancer_v1_Sample, _proctor_balancer_v1_Sample__Output>
        SetPolicyRequest: MessageTypeDefinition<_proctor_balancer_v1_SetPolicyRequest, _proctor_balancer_v1_SetPolicyRequest__Output>
        SetPolicyResponse: MessageTypeDefinition<_proctor_balancer_v1_SetPolicyResponse, _proctor_balancer_v1_SetPolicyResponse__Output>
      }
    }
  }
}

