import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { BackupClient as _proctor_filestore_v1_BackupClient, BackupDefinition as _proctor_filestore_v1_BackupDefinition } from './proctor/filestore/v1/Backup.ts';
import type { BlockedBy as _proctor_filestore_v1_BlockedBy, BlockedBy__Output as _proctor_filestore_v1_BlockedBy__Output } from './proctor/filestore/v1/BlockedBy.ts';
import type { ClientClient as _proctor_filestore_v1_ClientClient, ClientDefinition as _proctor_filestore_v1_ClientDefinition } from './proctor/filestore/v1/Client.ts';
import type { ClientAnswer as _proctor_filestore_v1_ClientAnswer, ClientAnswer__Output as _proctor_filestore_v1_ClientAnswer__Output } from './proctor/filestore/v1/ClientAnswer.ts';
import type { DeleteRequest as _proctor_filestore_v1_DeleteRequest, DeleteRequest__Output as _proctor_filestore_v1_DeleteRequest__Output } from './proctor/filestore/v1/DeleteRequest.ts';
import type { DeleteResponse as _proctor_filestore_v1_DeleteResponse, DeleteResponse__Output as _proctor_filestore_v1_DeleteResponse__Output } from './proctor/filestore/v1/DeleteResponse.ts';
import type { DeregisterRequest as _proctor_filestore_v1_DeregisterRequest, DeregisterRequest__Output as _proctor_filestore_v1_DeregisterRequest__Output } from './proctor/filestore/v1/DeregisterRequest.ts';
import type { DeregisterResponse as _proctor_filestore_v1_DeregisterResponse, DeregisterResponse__Output as _proctor_filestore_v1_DeregisterResponse__Output } from './proctor/filestore/v1/DeregisterResponse.ts';
import type { FenceRequest as _proctor_filestore_v1_FenceRequest, FenceRequest__Output as _proctor_filestore_v1_FenceRequest__Output } from './proctor/filestore/v1/FenceRequest.ts';
import type { FenceResponse as _proctor_filestore_v1_FenceResponse, FenceResponse__Output as _proctor_filestore_v1_FenceResponse__Output } from './proctor/filestore/v1/FenceResponse.ts';
import type { FileObject as _proctor_filestore_v1_FileObject, FileObject__Output as _proctor_filestore_v1_FileObject__Output } from './proctor/filestore/v1/FileObject.ts';
import type { ForwardRequest as _proctor_filestore_v1_ForwardRequest, ForwardRequest__Output as _proctor_filestore_v1_ForwardRequest__Output } from './proctor/filestore/v1/ForwardRequest.ts';
import type { ForwardResponse as _proctor_filestore_v1_ForwardResponse, ForwardResponse__Output as _proctor_filestore_v1_ForwardResponse__Output } from './proctor/filestore/v1/ForwardResponse.ts';
import type { HeartbeatRequest as _proctor_filestore_v1_HeartbeatRequest, HeartbeatRequest__Output as _proctor_filestore_v1_HeartbeatRequest__Output } from './proctor/filestore/v1/HeartbeatRequest.ts';
import type { HeartbeatResponse as _proctor_filestore_v1_HeartbeatResponse, HeartbeatResponse__Output as _proctor_filestore_v1_HeartbeatResponse__Output } from './proctor/filestore/v1/HeartbeatResponse.ts';
import type { InstallRequest as _proctor_filestore_v1_InstallRequest, InstallRequest__Output as _proctor_filestore_v1_InstallRequest__Output } from './proctor/filestore/v1/InstallRequest.ts';
import type { InstallResponse as _proctor_filestore_v1_InstallResponse, InstallResponse__Output as _proctor_filestore_v1_InstallResponse__Output } from './proctor/filestore/v1/InstallResponse.ts';
import type { ListReplicasRequest as _proctor_filestore_v1_ListReplicasRequest, ListReplicasRequest__Output as _proctor_filestore_v1_ListReplicasRequest__Output } from './proctor/filestore/v1/ListReplicasRequest.ts';
import type { ListReplicasResponse as _proctor_filestore_v1_ListReplicasResponse, ListReplicasResponse__Output as _proctor_filestore_v1_ListReplicasResponse__Output } from './proctor/filestore/v1/ListReplicasResponse.ts';
import type { ListRequest as _proctor_filestore_v1_ListRequest, ListRequest__Output as _proctor_filestore_v1_ListRequest__Output } from './proctor/filestore/v1/ListRequest.ts';
import type { ListResponse as _proctor_filestore_v1_ListResponse, ListResponse__Output as _proctor_filestore_v1_ListResponse__Output } from './proctor/filestore/v1/ListResponse.ts';
import type { Member as _proctor_filestore_v1_Member, Member__Output as _proctor_filestore_v1_Member__Output } from './proctor/filestore/v1/Member.ts';
import type { PickQuorumRequest as _proctor_filestore_v1_PickQuorumRequest, PickQuorumRequest__Output as _proctor_filestore_v1_PickQuorumRequest__Output } from './proctor/filestore/v1/PickQuorumRequest.ts';
import type { PickQuorumResponse as _proctor_filestore_v1_PickQuorumResponse, PickQuorumResponse__Output as _proctor_filestore_v1_PickQuorumResponse__Output } from './proctor/filestore/v1/PickQuorumResponse.ts';
import type { PrimaryClient as _proctor_filestore_v1_PrimaryClient, PrimaryDefinition as _proctor_filestore_v1_PrimaryDefinition } from './proctor/filestore/v1/Primary.ts';
import type { QuorumClient as _proctor_filestore_v1_QuorumClient, QuorumDefinition as _proctor_filestore_v1_QuorumDefinition } from './proctor/filestore/v1/Quorum.ts';
import type { ReadAtRequest as _proctor_filestore_v1_ReadAtRequest, ReadAtRequest__Output as _proctor_filestore_v1_ReadAtRequest__Output } from './proctor/filestore/v1/ReadAtRequest.ts';
import type { ReadRequest as _proctor_filestore_v1_ReadRequest, ReadRequest__Output as _proctor_filestore_v1_ReadRequest__Output } from './proctor/filestore/v1/ReadRequest.ts';
import type { ReadResponse as _proctor_filestore_v1_ReadResponse, ReadResponse__Output as _proctor_filestore_v1_ReadResponse__Output } from './proctor/filestore/v1/ReadResponse.ts';
import type { RegisterRequest as _proctor_filestore_v1_RegisterRequest, RegisterRequest__Output as _proctor_filestore_v1_RegisterRequest__Output } from './proctor/filestore/v1/RegisterRequest.ts';
import type { RegisterResponse as _proctor_filestore_v1_RegisterResponse, RegisterResponse__Output as _proctor_filestore_v1_RegisterResponse__Output } from './proctor/filestore/v1/RegisterResponse.ts';
import type { RegistryClient as _proctor_filestore_v1_RegistryClient, RegistryDefinition as _proctor_filestore_v1_RegistryDefinition } from './proctor/filestore/v1/Registry.ts';
import type { ReleaseRequest as _proctor_filestore_v1_ReleaseRequest, ReleaseRequest__Output as _proctor_filestore_v1_ReleaseRequest__Output } from './proctor/filestore/v1/ReleaseRequest.ts';
import type { ReleaseResponse as _proctor_filestore_v1_ReleaseResponse, ReleaseResponse__Output as _proctor_filestore_v1_ReleaseResponse__Output } from './proctor/filestore/v1/ReleaseResponse.ts';
import type { ReplicaClient as _proctor_filestore_v1_ReplicaClient, ReplicaDefinition as _proctor_filestore_v1_ReplicaDefinition } from './proctor/filestore/v1/Replica.ts';
import type { ReplicaAnswer as _proctor_filestore_v1_ReplicaAnswer, ReplicaAnswer__Output as _proctor_filestore_v1_ReplicaAnswer__Output } from './proctor/filestore/v1/ReplicaAnswer.ts';
import type { ReplicateRequest as _proctor_filestore_v1_ReplicateRequest, ReplicateRequest__Output as _proctor_filestore_v1_ReplicateRequest__Output } from './proctor/filestore/v1/ReplicateRequest.ts';
import type { ReplicateResponse as _proctor_filestore_v1_ReplicateResponse, ReplicateResponse__Output as _proctor_filestore_v1_ReplicateResponse__Output } from './proctor/filestore/v1/ReplicateResponse.ts';
import type { Reservation as _proctor_filestore_v1_Reservation, Reservation__Output as _proctor_filestore_v1_Reservation__Output } from './proctor/filestore/v1/Reservation.ts';
import type { ReserveRequest as _proctor_filestore_v1_ReserveRequest, ReserveRequest__Output as _proctor_filestore_v1_ReserveRequest__Output } from './proctor/filestore/v1/ReserveRequest.ts';
import type { ReserveResponse as _proctor_filestore_v1_ReserveResponse, ReserveResponse__Output as _proctor_filestore_v1_ReserveResponse__Output } from './proctor/filestore/v1/ReserveResponse.ts';
import type { Update as _proctor_filestore_v1_Update, Update__Output as _proctor_filestore_v1_Update__Output } from './proctor/filestore/v1/Update.ts';
import type { UpdateMembersRequest as _proctor_filestore_v1_UpdateMembersRequest, UpdateMembersRequest__Output as _proctor_filestore_v1_UpdateMembersRequest__Output } from './proctor/filestore/v1/UpdateMembersRequest.ts';
import type { UpdateMembersResponse as _proctor_filestore_v1_UpdateMembersResponse, UpdateMembersResponse__Output as _proctor_filestore_v1_UpdateMembersResponse__Output } from './proctor/filestore/v1/UpdateMembersResponse.ts';
import type { UpdateResult as _proctor_filestore_v1_UpdateResult, UpdateResult__Output as _proctor_filestore_v1_UpdateResult__Output } from './proctor/filestore/v1/UpdateResult.ts';
import type { WriteRequest as _proctor_filestore_v1_WriteRequest, WriteRequest__Output as _proctor_filestore_v1_WriteRequest__Output } from './proctor/filestore/v1/WriteRequest.ts';
import type { WriteResponse as _proctor_filestore_v1_WriteResponse, WriteResponse__Output as _proctor_filestore_v1_WriteResponse__Output } from './proctor/filestore/v1/WriteResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  proctor: {
    filestore: {
      v1: {
        Backup: SubtypeConstructor<typeof grpc.Client, _proctor_filestore_v1_BackupClient> & { service: _proctor_filestore_v1_BackupDefinition }
        BlockedBy: MessageTypeDefinition<_proctor_filestore_v1_BlockedBy, _proctor_filestore_v1_BlockedBy__Output>
        Client: SubtypeConstructor<typeof grpc.Client, _proctor_filestore_v1_ClientClient> & { service: _proctor_filestore_v1_ClientDefinition }
        ClientAnswer: MessageTypeDefinition<_proctor_filestore_v1_ClientAnswer, _proctor_filestore_v1_ClientAnswer__Output>
        DeleteRequest: MessageTypeDefinition<_proctor_filestore_v1_DeleteRequest, _proctor_filestore_v1_DeleteRequest__Output>
        DeleteResponse: MessageTypeDefinition<_proctor_filestore_v1_DeleteResponse, _proctor_filestore_v1_DeleteResponse__Output>
        DeregisterRequest: MessageTypeDefinition<_proctor_filestore_v1_DeregisterRequest, _proctor_filestore_v1_DeregisterRequest__Output>
        DeregisterResponse: MessageTypeDefinition<_proctor_filestore_v1_DeregisterResponse, _proctor_filestore_v1_DeregisterResponse__Output>
        FenceRequest: MessageTypeDefinition<_proctor_filestore_v1_FenceRequest, _proctor_filestore_v1_FenceRequest__Output>
        FenceResponse: MessageTypeDefinition<_proctor_filestore_v1_FenceResponse, _proctor_filestore_v1_FenceResponse__Output>
        FileObject: MessageTypeDefinition<_proctor_filestore_v1_FileObject, _proctor_filestore_v1_FileObject__Output>
        ForwardRequest: MessageTypeDefinition<_proctor_filestore_v1_ForwardRequest, _proctor_filestore_v1_ForwardRequest__Output>
        ForwardResponse: MessageTypeDefinition<_proctor_filestore_v1_ForwardResponse, _proctor_filestore_v1_ForwardResponse__Output>
        HeartbeatRequest: MessageTypeDefinition<_proctor_filestore_v1_HeartbeatRequest, _proctor_filestore_v1_HeartbeatRequest__Output>
        HeartbeatResponse: MessageTypeDefinition<_proctor_filestore_v1_HeartbeatResponse, _proctor_filestore_v1_HeartbeatResponse__Output>
        InstallRequest: MessageTypeDefinition<_proctor_filestore_v1_InstallRequest, _proctor_filestore_v1_InstallRequest__Output>
        InstallResponse: MessageTypeDefinition<_proctor_filestore_v1_InstallResponse, _proctor_filestore_v1_InstallResponse__Output>
        ListReplicasRequest: MessageTypeDefinition<_proctor_filestore_v1_ListReplicasRequest, _proctor_filestore_v1_ListReplicasRequest__Output>
        ListReplicasResponse: MessageTypeDefinition<_proctor_filestore_v1_ListReplicasResponse, _proctor_filestore_v1_ListReplicasResponse__Output>
        ListRequest: MessageTypeDefinition<_proctor_filestore_v1_ListRequest, _proctor_filestore_v1_ListRequest__Output>
        ListResponse: MessageTypeDefinition<_proctor_filestore_v1_ListResponse, _proctor_filestore_v1_ListResponse__Output>
        Member: MessageTypeDefinition<_proctor_filestore_v1_Member, _proctor_filestore_v1_Member__Output>
        Operation: EnumTypeDefinition
        PickQuorumRequest: MessageTypeDefinition<_proctor_filestore_v1_PickQuorumRequest, _proctor_filestore_v1_PickQuorumRequest__Output>
        PickQuorumResponse: MessageTypeDefinition<_proctor_filestore_v1_PickQuorumResponse, _proctor_filestore_v1_PickQuorumResponse__Output>
        Primary: SubtypeConstructor<typeof grpc.Client, _proctor_filestore_v1_PrimaryClient> & { service: _proctor_filestore_v1_PrimaryDefinition }
        Quorum: SubtypeConstructor<typeof grpc.Client, _proctor_filestore_v1_QuorumClient> & { service: _proctor_filestore_v1_QuorumDefinition }
        ReadAtRequest: MessageTypeDefinition<_proctor_filestore_v1_ReadAtRequest, _proctor_filestore_v1_ReadAtRequest__Output>
        ReadRequest: MessageTypeDefinition<_proctor_filestore_v1_ReadRequest, _proctor_filestore_v1_ReadRequest__Output>
        ReadResponse: MessageTypeDefinition<_proctor_filestore_v1_ReadResponse, _proctor_filestore_v1_ReadResponse__Output>
        RegisterRequest: MessageTypeDefinition<_proctor_filestore_v1_RegisterRequest, _proctor_filestore_v1_RegisterRequest__Output>
        RegisterResponse: MessageTypeDefinition<_proctor_filestore_v1_RegisterResponse, _proctor_filestore_v1_RegisterResponse__Output>
        Registry: SubtypeConstructor<typeof grpc.Client, _proctor_filestore_v1_RegistryClient> & { service: _proctor_filestore_v1_RegistryDefinition }
        ReleaseRequest: MessageTypeDefinition<_proctor_filestore_v1_ReleaseRequest, _proctor_filestore_v1_ReleaseRequest__Output>
        ReleaseResponse: MessageTypeDefinition<_proctor_filestore_v1_ReleaseResponse, _proctor_filestore_v1_ReleaseResponse__Output>
        Replica: SubtypeConstructor<typeof grpc.Client, _proctor_filestore_v1_ReplicaClient> & { service: _proctor_filestore_v1_ReplicaDefinition }
        ReplicaAnswer: MessageTypeDefinition<_proctor_filestore_v1_ReplicaAnswer, _proctor_filestore_v1_ReplicaAnswer__Output>
        ReplicateRequest: MessageTypeDefinition<_proctor_filestore_v1_ReplicateRequest, _proctor_filestore_v1_ReplicateRequest__Output>
        ReplicateResponse: MessageTypeDefinition<_proctor_filestore_v1_ReplicateResponse, _proctor_filestore_v1_ReplicateResponse__Output>
        Reservation: MessageTypeDefinition<_proctor_filestore_v1_Reservation, _proctor_filestore_v1_Reservation__Output>
        ReserveRequest: MessageTypeDefinition<_proctor_filestore_v1_ReserveRequest, _proctor_filestore_v1_ReserveRequest__Output>
        ReserveResponse: MessageTypeDefinition<_proctor_filestore_v1_ReserveResponse, _proctor_filestore_v1_ReserveResponse__Output>
        Update: MessageTypeDefinition<_proctor_filestore_v1_Update, _proctor_filestore_v1_Update__Output>
        UpdateMembersRequest: MessageTypeDefinition<_proctor_filestore_v1_UpdateMembersRequest, _proctor_filestore_v1_UpdateMembersRequest__Output>
        UpdateMembersResponse: MessageTypeDefinition<_proctor_filestore_v1_UpdateMembersResponse, _proctor_filestore_v1_UpdateMembersResponse__Output>
        UpdateResult: MessageTypeDefinition<_proctor_filestore_v1_UpdateResult, _proctor_filestore_v1_UpdateResult__Output>
        WriteRequest: MessageTypeDefinition<_proctor_filestore_v1_WriteRequest, _proctor_filestore_v1_WriteRequest__Output>
        WriteResponse: MessageTypeDefinition<_proctor_filestore_v1_WriteResponse, _proctor_filestore_v1_WriteResponse__Output>
      }
    }
  }
}

