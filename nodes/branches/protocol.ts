/** The services of `proto/branches.proto`, typed. */
import type {
  BranchDefinition,
  BranchHandlers,
} from "../../proto/types/proctor/branches/v1/Branch.ts";
import type {
  CustomerDefinition,
  CustomerHandlers,
} from "../../proto/types/proctor/branches/v1/Customer.ts";
import type { HomeDefinition, HomeHandlers } from "../../proto/types/proctor/branches/v1/Home.ts";
import type { PeerDefinition, PeerHandlers } from "../../proto/types/proctor/branches/v1/Peer.ts";
import { defineService } from "../host/service.ts";

const name = (service: string) => `proctor.branches.v1.${service}`;

export const Branch = defineService<BranchHandlers, BranchDefinition>("branches", name("Branch"));
export const Peer = defineService<PeerHandlers, PeerDefinition>("branches", name("Peer"));
export const Home = defineService<HomeHandlers, HomeDefinition>("branches", name("Home"));
export const Customer = defineService<CustomerHandlers, CustomerDefinition>(
  "branches",
  name("Customer"),
);
