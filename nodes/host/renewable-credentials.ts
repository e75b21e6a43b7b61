/**
 * Credentials of grpc-js whose certificates can be exchanged while they are in use: connections
 * that are made from then on show and accept the new ones, open ones live on.
 */
import type { SecureServerOptions } from "node:http2";
import { createSecureContext, type SecureContextOptions } from "node:tls";
import { ChannelCredentials, ServerCredentials } from "@grpc/grpc-js";

/** What one end shows and whom it trusts. */
export interface Certificates {
  /** Authorities, in PEM; there may be several, while one takes the place of another. */
  readonly ca: Buffer;
  readonly certificate: Buffer;
  readonly key: Buffer;
}

/** Stated, and not left to a default: earlier versions have known weaknesses (RFC 8996). */
const minVersion = "TLSv1.2";

export class RenewableServerCredentials extends ServerCredentials {
  /** @param mutual whether the client must show a certificate */
  constructor(certificates: Certificates, mutual: boolean) {
    const options: SecureServerOptions = { minVersion, requestCert: mutual };
    super({ ...options, rejectUnauthorized: mutual }, serverContext(certificates));
  }

  renew(certificates: Certificates): void {
    this.updateSecureContextOptions(serverContext(certificates));
  }

  override _equals(other: ServerCredentials): boolean {
    return this === other;
  }
}

function serverContext({ ca, certificate, key }: Certificates): SecureContextOptions {
  return { minVersion, ca, cert: [certificate], key: [key] };
}

type Connector = ReturnType<ChannelCredentials["_createSecureConnector"]>;

export class RenewableChannelCredentials extends ChannelCredentials {
  readonly #mutual: boolean;
  #current: ChannelCredentials;

  /** @param mutual whether to show the certificate */
  constructor(certificates: Certificates, mutual: boolean) {
    super();
    this.#mutual = mutual;
    this.#current = channelCredentials(certificates, mutual);
  }

  renew(certificates: Certificates): void {
    this.#current = channelCredentials(certificates, this.#mutual);
  }

  override _isSecure(): boolean {
    return true;
  }

  override _equals(other: ChannelCredentials): boolean {
    return this === other;
  }

  /** A channel asks for its connector once, so that it must look anew at each connection. */
  override _createSecureConnector(
    ...parameters: Parameters<ChannelCredentials["_createSecureConnector"]>
  ): Connector {
    const latest = () => this.#current._createSecureConnector(...parameters);
    return {
      connect: (socket) => latest().connect(socket),
      waitForReady: () => latest().waitForReady(),
      getCallCredentials: () => latest().getCallCredentials(),
      destroy: () => {},
    };
  }
}

function channelCredentials({ ca, certificate, key }: Certificates, mutual: boolean) {
  const shown = mutual ? { cert: certificate, key } : {};
  return ChannelCredentials.createFromSecureContext(
    createSecureContext({ minVersion, ca, ...shown }),
  );
}
