/** The services of `proto/strife.proto`, typed, and the codec of receipts. */
import type { BankDefinition, BankHandlers } from "../../proto/types/proctor/strife/v1/Bank.ts";
import type {
  CoordinatorDefinition,
  CoordinatorHandlers,
} from "../../proto/types/proctor/strife/v1/Coordinator.ts";
import type {
  GatewayDefinition,
  GatewayHandlers,
} from "../../proto/types/proctor/strife/v1/Gateway.ts";
import type { Receipt, Receipt__Output } from "../../proto/types/proctor/strife/v1/Receipt.ts";
import { conversion, defineService, loadRoot } from "../host/service.ts";

export const Gateway = defineService<GatewayHandlers, GatewayDefinition>(
  "strife",
  "proctor.strife.v1.Gateway",
);
export const Coordinator = defineService<CoordinatorHandlers, CoordinatorDefinition>(
  "strife",
  "proctor.strife.v1.Coordinator",
);
export const Bank = defineService<BankHandlers, BankDefinition>("strife", "proctor.strife.v1.Bank");

const receiptType = loadRoot("strife").lookupType("proctor.strife.v1.Receipt");

/** The bytes that are kept and given again. */
export function encodeReceipt(receipt: Receipt): Uint8Array {
  return receiptType.encode(receiptType.fromObject(receipt)).finish();
}

export function decodeReceipt(bytes: Uint8Array): Receipt__Output {
  return receiptType.toObject(receiptType.decode(bytes), conversion) as Receipt__Output;
}
