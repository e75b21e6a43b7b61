/**
 * The file store by hand: writes, reads, deletes and lists files on a running cluster. Ends with 0
 * when it was done, 1 when it was refused, 69 when nobody answers.
 *
 *   bun nodes/filestore/client.ts --registry 127.0.0.1:7000 write notes.txt "Hello"
 *   bun nodes/filestore/client.ts --registry 127.0.0.1:7000 list
 */
import { type ClientContext, runClient } from "../host/run-client.ts";
import type { Answer, Directory } from "./file-client.ts";
import type { Member } from "./membership.ts";
import { clientFlags, openClient } from "./open-client.ts";
import { status } from "./status.ts";
import type { FileObject } from "./store.ts";
import { showVersion } from "./version.ts";

type Context = ClientContext<typeof clientFlags>;

const commands = [
  {
    usage: "write <name> <content> [uuid]",
    description: "create a file, or update the one with this uuid; content - reads stdin",
  },
  { usage: "read <uuid>", description: "read a file" },
  { usage: "delete <uuid>", description: "delete a file" },
  { usage: "read-all <uuid>", description: "what each replica answers to a read" },
  { usage: "list", description: "what each replica (or only --replica) holds" },
  { usage: "replicas", description: "who is registered" },
];

async function run(context: Context): Promise<number> {
  const { host, options, command } = context;
  const { client, directory } = await openClient(host, options);
  const [first = "", second = "", third] = context.arguments;
  switch (command) {
    case "write": {
      const uuid = third ?? host.random.uuid();
      const content = second === "-" ? await context.readInput() : second;
      return show(context, { uuid, ...(await client.write({ uuid, name: first, content })) });
    }
    case "read":
      return show(context, { uuid: first, ...(await client.read(first)) });
    case "delete":
      return show(context, { uuid: first, ...(await client.delete(first)) });
    case "read-all":
      return readAll(context, directory, first);
    case "list":
      return list(context, directory);
    default:
      return replicas(context, directory);
  }
}

function show(context: Context, answer: Answer & { readonly uuid: string }): number {
  const { print, options } = context;
  if (options.json) print(JSON.stringify(answer));
  else {
    print(`status:  ${answer.status}`);
    print(`uuid:    ${answer.uuid}`);
    if (answer.version !== "") print(`version: ${showVersion(answer.version)}  ${answer.version}`);
    if (answer.name) print(`name:    ${answer.name}`);
    if (answer.name) print(`content: ${answer.content}`);
    print(`asked:   ${answer.replicas.map(({ replica }) => replica).join(", ")}`);
  }
  return answer.status === status.success ? 0 : 1;
}

async function readAll(context: Context, directory: Directory, uuid: string): Promise<number> {
  const members = await chosen(context, directory);
  const answers: (Answer & { readonly uuid: string })[] = [];
  for (const member of members) {
    const answer = { uuid, ...(await directory.readAt(member, uuid)) };
    answers.push(answer);
    if (context.options.json) continue;
    context.print(`--- ${member.id}`);
    show(context, answer);
  }
  if (context.options.json) context.print(JSON.stringify(answers));
  return answers.every((answer) => answer.status === status.success) ? 0 : 1;
}

async function list(context: Context, directory: Directory): Promise<number> {
  const lists: { readonly replica: string; readonly objects: readonly FileObject[] }[] = [];
  for (const member of await chosen(context, directory)) {
    const objects = await directory.listAt(member);
    lists.push({ replica: member.id, objects });
    if (context.options.json) continue;
    context.print(`--- ${member.id}: ${objects.length} objects`);
    for (const { uuid, version, deleted, name, content } of objects) {
      const what = deleted ? "(deleted)" : `${name} (${content.length} characters)`;
      context.print(`${uuid}  ${showVersion(version)}  ${what}`);
    }
  }
  if (context.options.json) context.print(JSON.stringify(lists));
  return 0;
}

async function replicas(context: Context, directory: Directory): Promise<number> {
  const { members, primary, protocol } = await directory.replicas();
  if (context.options.json) context.print(JSON.stringify({ members, primary, protocol }));
  else {
    for (const { id, address } of members) {
      context.print(`${id}  ${address}${id === primary?.id ? "  primary" : ""}`);
    }
  }
  return 0;
}

/** The replica of `--replica`, or all that are registered. */
async function chosen(context: Context, directory: Directory): Promise<readonly Member[]> {
  const { replica } = context.options;
  if (replica !== undefined) return [await directory.replica(replica)];
  return (await directory.replicas()).members;
}

if (import.meta.main) {
  await runClient({
    script: "nodes/filestore/client.ts",
    summary: "A client of the replicated file store.",
    flags: clientFlags,
    commands,
    run,
  });
}
