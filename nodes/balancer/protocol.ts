/** The services of `proto/balancer.proto`, typed. */
import type {
  AdminDefinition,
  AdminHandlers,
} from "../../proto/types/proctor/balancer/v1/Admin.ts";
import type {
  BackendDefinition,
  BackendHandlers,
} from "../../proto/types/proctor/balancer/v1/Backend.ts";
import type {
  BalancerDefinition,
  BalancerHandlers,
} from "../../proto/types/proctor/balancer/v1/Balancer.ts";
import type {
  ClientAgentDefinition,
  ClientAgentHandlers,
} from "../../proto/types/proctor/balancer/v1/ClientAgent.ts";
import type {
  MembershipDefinition,
  MembershipHandlers,
} from "../../proto/types/proctor/balancer/v1/Membership.ts";
import { defineService } from "../host/service.ts";

const name = (service: string) => `proctor.balancer.v1.${service}`;

export const Balancer = defineService<BalancerHandlers, BalancerDefinition>(
  "balancer",
  name("Balancer"),
);
export const Membership = defineService<MembershipHandlers, MembershipDefinition>(
  "balancer",
  name("Membership"),
);
export const Admin = defineService<AdminHandlers, AdminDefinition>("balancer", name("Admin"));
export const Backend = defineService<BackendHandlers, BackendDefinition>(
  "balancer",
  name("Backend"),
);
export const ClientAgent = defineService<ClientAgentHandlers, ClientAgentDefinition>(
  "balancer",
  name("ClientAgent"),
);
