/** nginx as a proxy in front of backends (Debian: `nginx`): a peer to measure against. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { $ } from "zx";
import { freePorts } from "../../harness/kit/free-ports.ts";
import { describeExit, ProcessGroup } from "../../harness/kit/process-group.ts";
import { exchangePath } from "../../nodes/host/frames.ts";

export const hasNginx = Bun.which("nginx") !== null;

const readyMs = 10_000;

/** Such as `nginx 1.22.1`. */
export async function nginxVersion(): Promise<string> {
  const { stderr } = await $({ quiet: true })`nginx -v`;
  return `nginx ${/nginx\/(\S+)/.exec(stderr)?.[1] ?? "of unknown version"}`;
}

export class Nginx implements AsyncDisposable {
  /** `host:port` */
  readonly address: string;
  readonly #group: ProcessGroup;

  private constructor(address: string, group: ProcessGroup) {
    this.address = address;
    this.#group = group;
  }

  /**
   * Passes gRPC on to the backend with the fewest connections; resolves when it accepts calls.
   * @param directory for its configuration and files
   * @param backends `host:port` each
   */
  static async start(directory: string, backends: readonly string[]): Promise<Nginx> {
    const [port] = freePorts(1);
    await mkdir(join(directory, "nginx"), { recursive: true });
    const file = join(directory, "nginx", "nginx.conf");
    const address = `127.0.0.1:${port}`;
    await Bun.write(file, configuration(join(directory, "nginx"), address, backends));
    const log = join(directory, "nginx", "nginx.log");
    // Unlike our nodes, nginx would outlive a benchmark that was killed.
    const command = ["setpriv", "--pdeathsig", "KILL", "nginx", "-c", file, "-e", log];
    const nginx = new Nginx(address, new ProcessGroup(command, log));
    try {
      await nginx.#untilReady();
    } catch (error) {
      await nginx[Symbol.asyncDispose]();
      throw error;
    }
    return nginx;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#group.running) await this.#group.kill();
  }

  async #untilReady(): Promise<void> {
    const [hostname = "", port] = this.address.split(":");
    const deadlineMs = performance.now() + readyMs;
    for (;;) {
      try {
        const socket = await Bun.connect({ hostname, port: Number(port), socket: { data() {} } });
        socket.end();
        return;
      } catch (error) {
        if (!this.#group.running)
          throw new Error(`nginx ${describeExit(await this.#group.exited)}`);
        if (performance.now() > deadlineMs) throw error;
        await Bun.sleep(20);
      }
    }
  }
}

/**
 * As fast as nginx gets at this: no logs, connections to backends kept, and none closed for its
 * age or for how much it has carried. A stream of frames would bind all calls of a client to one
 * backend, so it is refused, and clients send each call by itself.
 */
function configuration(folder: string, address: string, backends: readonly string[]): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `
daemon off;
user root;
worker_processes auto;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log warn;
events { worker_connections 8192; }
http {
  access_log off;
${temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`).join("\n")}
  upstream backends {
    least_conn;
${backends.map((backend) => `    server ${backend} max_fails=0;`).join("\n")}
    keepalive 512;
    keepalive_requests 100000000;
  }
  server {
    listen ${address} http2 reuseport;
    http2_max_concurrent_streams 1024;
    keepalive_requests 100000000;
    keepalive_timeout 1h;
    grpc_buffer_size 16k;
    location = ${exchangePath} { return 404; }
    location / { grpc_pass grpc://backends; }
  }
}
`;
}
