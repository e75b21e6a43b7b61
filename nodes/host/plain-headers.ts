/**
 * Answers for peers that keep no table of headers. A peer may forbid the table (RFC 7540, section
 * 6.5.2, SETTINGS_HEADER_TABLE_SIZE 0), as nginx does where it passes gRPC on; Bun 1.4.5 uses it
 * all the same, and nginx then refuses all answers of a connection but the first. Headers that are
 * marked as sensitive are never put into the table (RFC 7541, section 6.2.3).
 */
import http2 from "node:http2";

type Headers = Record<string | symbol, unknown>;

/** What a server's stream answers by. */
interface Answering {
  respond(headers: Headers, options?: object): void;
  sendTrailers(headers: Headers): void;
}

/** Bun adds this one by itself. */
const added = "date";

/** From now on, no server of this process uses the table. To be called before they are made. */
export function forbidHeaderTable(): void {
  const createServer = http2.createServer;
  const createPlain = (...settings: Parameters<typeof createServer>) => {
    const server = createServer(...settings);
    server.on("stream", (accepted) => {
      const stream = accepted as unknown as Answering;
      const respond = stream.respond.bind(stream);
      const sendTrailers = stream.sendTrailers.bind(stream);
      stream.respond = (headers, options) => respond(plain(headers), options);
      stream.sendTrailers = (headers) => sendTrailers(plain(headers));
    });
    return server;
  };
  http2.createServer = createPlain as typeof createServer;
}

function plain(headers: Headers): Headers {
  return { ...headers, [http2.sensitiveHeaders]: [...Object.keys(headers), added] };
}
