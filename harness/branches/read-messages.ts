import type { Message, MessageEvent } from "../../nodes/branches/lamport.ts";
import type { Branch } from "../../nodes/branches/protocol.ts";
import type { Client } from "../../nodes/host/service.ts";
import type { MessageEvent__Output } from "../../proto/types/proctor/branches/v1/MessageEvent.ts";

/** All messages that a branch has stamped, in their order. */
export async function readMessages(branch: Client<typeof Branch>): Promise<MessageEvent[]> {
  const messages: MessageEvent[] = [];
  for await (const { events } of branch.listMessages({})) messages.push(...events.map(readMessage));
  return messages;
}

/** From the wire, where 64-bit numbers are text. */
export function readMessage(event: MessageEvent__Output): MessageEvent {
  const { kind, operation } = event as unknown as Pick<Message, "kind" | "operation">;
  return { ...event, kind, operation, number: Number(event.number), clock: Number(event.clock) };
}
