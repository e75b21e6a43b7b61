/** The services of `proto/failover.proto`, typed. */
import type { PeerDefinition, PeerHandlers } from "../../proto/types/proctor/failover/v1/Peer.ts";
import type {
  StoreDefinition,
  StoreHandlers,
} from "../../proto/types/proctor/failover/v1/Store.ts";
import { defineService } from "../host/service.ts";

export const Store = defineService<StoreHandlers, StoreDefinition>(
  "failover",
  "proctor.failover.v1.Store",
);
export const Peer = defineService<PeerHandlers, PeerDefinition>(
  "failover",
  "proctor.failover.v1.Peer",
);
