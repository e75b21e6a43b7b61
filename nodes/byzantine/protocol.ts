/** The services of `proto/byzantine.proto`, typed. */
import type {
  GeneralDefinition,
  GeneralHandlers,
} from "../../proto/types/proctor/byzantine/v1/General.ts";
import type {
  TraitorDefinition,
  TraitorHandlers,
} from "../../proto/types/proctor/byzantine/v1/Traitor.ts";
import { defineService } from "../host/service.ts";

export const General = defineService<GeneralHandlers, GeneralDefinition>(
  "byzantine",
  "proctor.byzantine.v1.General",
);
export const Traitor = defineService<TraitorHandlers, TraitorDefinition>(
  "byzantine",
  "proctor.byzantine.v1.Traitor",
);
