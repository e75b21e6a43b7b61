/** The services of `proto/mapreduce.proto` and its messages, typed. */
import type {
  MapperDefinition,
  MapperHandlers,
} from "../../proto/types/proctor/mapreduce/v1/Mapper.ts";
import type {
  MasterDefinition,
  MasterHandlers,
} from "../../proto/types/proctor/mapreduce/v1/Master.ts";
import { defineService } from "../host/service.ts";

export type { Attempt__Output as Attempt } from "../../proto/types/proctor/mapreduce/v1/Attempt.ts";
export type { BadRecord__Output as BadRecord } from "../../proto/types/proctor/mapreduce/v1/BadRecord.ts";
export type { Counters__Output as Counters } from "../../proto/types/proctor/mapreduce/v1/Counters.ts";
export type { Job__Output as JobDescription } from "../../proto/types/proctor/mapreduce/v1/Job.ts";
export type { Kind__Output as Kind } from "../../proto/types/proctor/mapreduce/v1/Kind.ts";
export type { Piece__Output as Piece } from "../../proto/types/proctor/mapreduce/v1/Piece.ts";
export type { Run__Output as Run } from "../../proto/types/proctor/mapreduce/v1/Run.ts";
export type { Source__Output as Source } from "../../proto/types/proctor/mapreduce/v1/Source.ts";
export type { StatusResponse__Output as JobStatus } from "../../proto/types/proctor/mapreduce/v1/StatusResponse.ts";
export type { Task__Output as Task } from "../../proto/types/proctor/mapreduce/v1/Task.ts";
export type { Worker__Output as WorkerName } from "../../proto/types/proctor/mapreduce/v1/Worker.ts";

const name = (service: string) => `proctor.mapreduce.v1.${service}`;

export const Master = defineService<MasterHandlers, MasterDefinition>("mapreduce", name("Master"));
export const Mapper = defineService<MapperHandlers, MapperDefinition>("mapreduce", name("Mapper"));
