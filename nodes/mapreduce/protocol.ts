/** The services of `proto/mapreduce.proto` and its messages, typed. */
import type * as attempt from "../../proto/types/proctor/mapreduce/v1/Attempt.ts";
import type * as badRecord from "../../proto/types/proctor/mapreduce/v1/BadRecord.ts";
import type * as counters from "../../proto/types/proctor/mapreduce/v1/Counters.ts";
import type * as job from "../../proto/types/proctor/mapreduce/v1/Job.ts";
import type * as kind from "../../proto/types/proctor/mapreduce/v1/Kind.ts";
import type {
  MapperDefinition,
  MapperHandlers,
} from "../../proto/types/proctor/mapreduce/v1/Mapper.ts";
import type {
  MasterDefinition,
  MasterHandlers,
} from "../../proto/types/proctor/mapreduce/v1/Master.ts";
import type * as piece from "../../proto/types/proctor/mapreduce/v1/Piece.ts";
import type * as run from "../../proto/types/proctor/mapreduce/v1/Run.ts";
import type * as source from "../../proto/types/proctor/mapreduce/v1/Source.ts";
import type * as statusResponse from "../../proto/types/proctor/mapreduce/v1/StatusResponse.ts";
import type * as task from "../../proto/types/proctor/mapreduce/v1/Task.ts";
import type * as worker from "../../proto/types/proctor/mapreduce/v1/Worker.ts";
import { defineService } from "../host/service.ts";

export type Attempt = attempt.Attempt__Output;
export type BadRecord = badRecord.BadRecord__Output;
export type Counters = counters.Counters__Output;
export type JobDescription = job.Job__Output;
export type Kind = kind.Kind__Output;
export type Piece = piece.Piece__Output;
export type Run = run.Run__Output;
export type Source = source.Source__Output;
export type JobStatus = statusResponse.StatusResponse__Output;
export type Task = task.Task__Output;
export type WorkerName = worker.Worker__Output;

const name = (service: string) => `proctor.mapreduce.v1.${service}`;

export const Master = defineService<MasterHandlers, MasterDefinition>("mapreduce", name("Master"));
export const Mapper = defineService<MapperHandlers, MapperDefinition>("mapreduce", name("Mapper"));
