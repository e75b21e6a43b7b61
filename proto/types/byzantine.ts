import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Belief as _proctor_byzantine_v1_Belief, Belief__Output as _proctor_byzantine_v1_Belief__Output } from './proctor/byzantine/v1/Belief.ts';
import type { BribeRequest as _proctor_byzantine_v1_BribeRequest, BribeRequest__Output as _proctor_byzantine_v1_BribeRequest__Output } from './proctor/byzantine/v1/BribeRequest.ts';
import type { BribeResponse as _proctor_byzantine_v1_BribeResponse, BribeResponse__Output as _proctor_byzantine_v1_BribeResponse__Output } from './proctor/byzantine/v1/BribeResponse.ts';
import type { EnlistRequest as _proctor_byzantine_v1_EnlistRequest, EnlistRequest__Output as _proctor_byzantine_v1_EnlistRequest__Output } from './proctor/byzantine/v1/EnlistRequest.ts';
import type { EnlistResponse as _proctor_byzantine_v1_EnlistResponse, EnlistResponse__Output as _proctor_byzantine_v1_EnlistResponse__Output } from './proctor/byzantine/v1/EnlistResponse.ts';
import type { GeneralClient as _proctor_byzantine_v1_GeneralClient, GeneralDefinition as _proctor_byzantine_v1_GeneralDefinition } from './proctor/byzantine/v1/General.ts';
import type { GiveAccountRequest as _proctor_byzantine_v1_GiveAccountRequest, GiveAccountRequest__Output as _proctor_byzantine_v1_GiveAccountRequest__Output } from './proctor/byzantine/v1/GiveAccountRequest.ts';
import type { GiveAccountResponse as _proctor_byzantine_v1_GiveAccountResponse, GiveAccountResponse__Output as _proctor_byzantine_v1_GiveAccountResponse__Output } from './proctor/byzantine/v1/GiveAccountResponse.ts';
import type { GreetRequest as _proctor_byzantine_v1_GreetRequest, GreetRequest__Output as _proctor_byzantine_v1_GreetRequest__Output } from './proctor/byzantine/v1/GreetRequest.ts';
import type { GreetResponse as _proctor_byzantine_v1_GreetResponse, GreetResponse__Output as _proctor_byzantine_v1_GreetResponse__Output } from './proctor/byzantine/v1/GreetResponse.ts';
import type { Hearing as _proctor_byzantine_v1_Hearing, Hearing__Output as _proctor_byzantine_v1_Hearing__Output } from './proctor/byzantine/v1/Hearing.ts';
import type { MarchRequest as _proctor_byzantine_v1_MarchRequest, MarchRequest__Output as _proctor_byzantine_v1_MarchRequest__Output } from './proctor/byzantine/v1/MarchRequest.ts';
import type { MarchResponse as _proctor_byzantine_v1_MarchResponse, MarchResponse__Output as _proctor_byzantine_v1_MarchResponse__Output } from './proctor/byzantine/v1/MarchResponse.ts';
import type { Message as _proctor_byzantine_v1_Message, Message__Output as _proctor_byzantine_v1_Message__Output } from './proctor/byzantine/v1/Message.ts';
import type { MusterRequest as _proctor_byzantine_v1_MusterRequest, MusterRequest__Output as _proctor_byzantine_v1_MusterRequest__Output } from './proctor/byzantine/v1/MusterRequest.ts';
import type { MusterResponse as _proctor_byzantine_v1_MusterResponse, MusterResponse__Output as _proctor_byzantine_v1_MusterResponse__Output } from './proctor/byzantine/v1/MusterResponse.ts';
import type { Recruit as _proctor_byzantine_v1_Recruit, Recruit__Output as _proctor_byzantine_v1_Recruit__Output } from './proctor/byzantine/v1/Recruit.ts';
import type { TellRequest as _proctor_byzantine_v1_TellRequest, TellRequest__Output as _proctor_byzantine_v1_TellRequest__Output } from './proctor/byzantine/v1/TellRequest.ts';
import type { TellResponse as _proctor_byzantine_v1_TellResponse, TellResponse__Output as _proctor_byzantine_v1_TellResponse__Output } from './proctor/byzantine/v1/TellResponse.ts';
import type { TraitorClient as _proctor_byzantine_v1_TraitorClient, TraitorDefinition as _proctor_byzantine_v1_TraitorDefinition } from './proctor/byzantine/v1/Traitor.ts';
import type { Votes as _proctor_byzantine_v1_Votes, Votes__Output as _proctor_byzantine_v1_Votes__Output } from './proctor/byzantine/v1/Votes.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  proctor: {
    byzantine: {
      v1: {
        Algorithm: EnumTypeDefinition
        Belief: MessageTypeDefinition<_proctor_byzantine_v1_Belief, _proctor_byzantine_v1_Belief__Output>
        BribeRequest: MessageTypeDefinition<_proctor_byzantine_v1_BribeRequest, _proctor_byzantine_v1_BribeRequest__Output>
        BribeResponse: MessageTypeDefinition<_proctor_byzantine_v1_BribeResponse, _proctor_byzantine_v1_BribeResponse__Output>
        EnlistRequest: MessageTypeDefinition<_proctor_byzantine_v1_EnlistRequest, _proctor_byzantine_v1_EnlistRequest__Output>
        EnlistResponse: MessageTypeDefinition<_proctor_byzantine_v1_EnlistResponse, _proctor_byzantine_v1_EnlistResponse__Output>
        General: SubtypeConstructor<typeof grpc.Client, _proctor_byzantine_v1_GeneralClient> & { service: _proctor_byzantine_v1_GeneralDefinition }
        GiveAccountRequest: MessageTypeDefinition<_proctor_byzantine_v1_GiveAccountRequest, _proctor_byzantine_v1_GiveAccountRequest__Output>
        GiveAccountResponse: MessageTypeDefinition<_proctor_byzantine_v1_GiveAccountResponse, _proctor_byzantine_v1_GiveAccountResponse__Output>
        GreetRequest: MessageTypeDefinition<_proctor_byzantine_v1_GreetRequest, _proctor_byzantine_v1_GreetRequest__Output>
        GreetResponse: MessageTypeDefinition<_proctor_byzantine_v1_GreetResponse, _proctor_byzantine_v1_GreetResponse__Output>
        Hearing: MessageTypeDefinition<_proctor_byzantine_v1_Hearing, _proctor_byzantine_v1_Hearing__Output>
        MarchRequest: MessageTypeDefinition<_proctor_byzantine_v1_MarchRequest, _proctor_byzantine_v1_MarchRequest__Output>
        MarchResponse: MessageTypeDefinition<_proctor_byzantine_v1_MarchResponse, _proctor_byzantine_v1_MarchResponse__Output>
        Message: MessageTypeDefinition<_proctor_byzantine_v1_Message, _proctor_byzantine_v1_Message__Output>
        MusterRequest: MessageTypeDefinition<_proctor_byzantine_v1_MusterRequest, _proctor_byzantine_v1_MusterRequest__Output>
        MusterResponse: MessageTypeDefinition<_proctor_byzantine_v1_MusterResponse, _proctor_byzantine_v1_MusterResponse__Output>
        Order: EnumTypeDefinition
        Recruit: MessageTypeDefinition<_proctor_byzantine_v1_Recruit, _proctor_byzantine_v1_Recruit__Output>
        TellRequest: MessageTypeDefinition<_proctor_byzantine_v1_TellRequest, _proctor_byzantine_v1_TellRequest__Output>
        TellResponse: MessageTypeDefinition<_proctor_byzantine_v1_TellResponse, _proctor_byzantine_v1_TellResponse__Output>
        Traitor: SubtypeConstructor<typeof grpc.Client, _proctor_byzantine_v1_TraitorClient> & { service: _proctor_byzantine_v1_TraitorDefinition }
        Votes: MessageTypeDefinition<_proctor_byzantine_v1_Votes, _proctor_byzantine_v1_Votes__Output>
      }
    }
  }
}

