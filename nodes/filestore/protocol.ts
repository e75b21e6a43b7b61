/** The services of `proto/filestore.proto`, typed. */
import type {
  BackupDefinition,
  BackupHandlers,
} from "../../proto/types/proctor/filestore/v1/Backup.ts";
import type {
  ClientDefinition,
  ClientHandlers,
} from "../../proto/types/proctor/filestore/v1/Client.ts";
import type {
  PrimaryDefinition,
  PrimaryHandlers,
} from "../../proto/types/proctor/filestore/v1/Primary.ts";
import type {
  QuorumDefinition,
  QuorumHandlers,
} from "../../proto/types/proctor/filestore/v1/Quorum.ts";
import type {
  RegistryDefinition,
  RegistryHandlers,
} from "../../proto/types/proctor/filestore/v1/Registry.ts";
import type {
  ReplicaDefinition,
  ReplicaHandlers,
} from "../../proto/types/proctor/filestore/v1/Replica.ts";
import { defineService } from "../host/service.ts";

const name = (service: string) => `proctor.filestore.v1.${service}`;

export const Registry = defineService<RegistryHandlers, RegistryDefinition>(
  "filestore",
  name("Registry"),
);
export const Replica = defineService<ReplicaHandlers, ReplicaDefinition>(
  "filestore",
  name("Replica"),
);
export const Primary = defineService<PrimaryHandlers, PrimaryDefinition>(
  "filestore",
  name("Primary"),
);
export const Backup = defineService<BackupHandlers, BackupDefinition>("filestore", name("Backup"));
export const Quorum = defineService<QuorumHandlers, QuorumDefinition>("filestore", name("Quorum"));
export const Client = defineService<ClientHandlers, ClientDefinition>("filestore", name("Client"));
