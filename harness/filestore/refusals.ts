/** What the store must refuse: the rest of the scenario table, and bad input. */
import { Replica } from "../../nodes/filestore/protocol.ts";
import type { FileStoreCluster } from "./file-store-cluster.ts";
import type { Judge } from "./judge.ts";
import type { FileStoreContext } from "./protocols.ts";

/** Every row of the table that refuses, the name that a delete freed, and a late second delete. */
export async function refusedByTheTable(
  judge: Judge,
  files: {
    readonly deleted: string;
    readonly live: string;
    readonly unknown: string;
    /** The name that the deleted file had. */
    readonly champions: string;
    /** Two that are not used yet. */
    readonly fresh: readonly [string, string];
  },
): Promise<void> {
  const { deleted, live, unknown, champions } = files;
  const [other, heir] = files.fresh;
  await judge.readEverywhere("read a uuid that nobody wrote", unknown);
  await judge.write("create under a name that is taken", other, "Constructors.txt", "Williams.");
  await judge.readEverywhere("the file that had the name is untouched", live);
  await judge.write("update a deleted file", deleted, champions, "N. Lauda.");
  await judge.write("update under another name", live, "Teams.txt", "Brabham.");
  await judge.delete("delete a deleted file", deleted);
  await judge.write("create under the name that the delete freed", heir, champions, "A. Senna.");
  await judge.delete("delete the old owner of that name again", deleted);
  await judge.readEverywhere("the new file of that name is still there", heir);
  await judge.delete("delete a uuid that nobody wrote", unknown);
}

const longName = "n".repeat(256);
const tooLarge = "x".repeat(1024 * 1024 + 1);

/** Each must be refused by a status of its own, at once, and change nothing. */
const badWrites: readonly {
  readonly what: string;
  readonly name: string;
  readonly content: string;
  readonly uuid?: string;
  readonly due: string;
}[] = [
  { what: "a name with a slash", name: "a/b", content: "", due: "NAME NOT ALLOWED" },
  { what: "a name that leads out", name: "..", content: "", due: "NAME NOT ALLOWED" },
  { what: "a name with NUL", name: "a\0b", content: "", due: "NAME NOT ALLOWED" },
  { what: "a hidden name", name: ".a", content: "", due: "NAME NOT ALLOWED" },
  { what: "a name of 256 bytes", name: longName, content: "", due: "NAME NOT ALLOWED" },
  { what: "no name", name: "", content: "x", due: "NAME NOT ALLOWED" },
  { what: "content over 1 MiB", name: "big", content: tooLarge, due: "CONTENT TOO LARGE" },
  { what: "not a uuid", name: "a", content: "", uuid: "42", due: "NOT A UUID" },
  { what: "an empty message", name: "", content: "", uuid: "", due: "NOT A UUID" },
];

export async function badInput(context: FileStoreContext, store: FileStoreCluster): Promise<void> {
  context.progress("bad input to every replica");
  const wrong: string[] = [];
  const before = await states(store);
  for (const { id, address } of store.replicas) {
    const replica = context.host.connect(Replica, address);
    for (const { what, name, content, uuid = context.host.random.uuid(), due } of badWrites) {
      const { status } = await replica.write({ uuid, name, content });
      if (status !== due) wrong.push(`${id}: ${what}: ${status}, due was ${due}`);
    }
    const read = await replica.read({ uuid: "nonsense" });
    if (read.status !== "NOT A UUID") wrong.push(`${id}: read of nonsense: ${read.status}`);
    const deleted = await replica.delete({});
    if (deleted.status !== "NOT A UUID") wrong.push(`${id}: empty delete: ${deleted.status}`);
  }
  const unchanged = Bun.deepEquals(before, await states(store));
  if (!unchanged) wrong.push("it changed what a replica holds");
  context.check({
    name: "bad input is refused by a clear status, and changes nothing",
    verdict: wrong.length === 0 ? "PASS" : "FAIL",
    evidence: wrong[0] ?? `${badWrites.length + 2} kinds at ${store.replicas.length} replicas`,
  });
}

/** Everything that every replica holds. */
async function states(store: FileStoreCluster) {
  const { members } = await store.directory.replicas();
  const sorted = members.sort((one, other) => (one.id < other.id ? -1 : 1));
  return Promise.all(sorted.map((member) => store.directory.listAt(member)));
}
