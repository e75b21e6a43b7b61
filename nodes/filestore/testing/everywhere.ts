/** What every replica of a cluster holds, for tests. */
import type { TestCluster } from "./cluster.ts";
import { uuidOf } from "./objects.ts";

/** What each replica answers to a read of uuid `number`: the content, or why there is none. */
export function contentsEverywhere(
  cluster: TestCluster,
  number: number,
  ids: readonly string[] = ["r1", "r2", "r3"],
): Promise<string[]> {
  return Promise.all(ids.map((id) => contentAt(cluster, id, number)));
}

/** The content, or the status, or the code of the error. */
export async function contentAt(cluster: TestCluster, id: string, number: number) {
  const read = cluster.replica(id).read({ uuid: uuidOf(number) });
  return read.then(
    ({ status, content }) => (status === "SUCCESS" ? content : status),
    (error) => error.code as string,
  );
}

/** The version of uuid `number` at each replica, by a listing of all that it holds. */
export async function versionsEverywhere(cluster: TestCluster, number: number): Promise<string[]> {
  const { members } = await cluster.directory.replicas();
  const lists = await Promise.all(members.map((member) => cluster.directory.listAt(member)));
  return lists.map((list) => list.find(({ uuid }) => uuid === uuidOf(number))?.version ?? "");
}
