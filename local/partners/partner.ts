import type {
  Clock,
  HttpRequest,
  HttpResponse,
  Json,
  Random,
  Scheduler,
  Store,
} from '../services/service.ts';

/** What a counterparty's sandbox is given; nothing else reaches it. */
export interface PartnerContext {
  clock: Clock;
  random: Random;
  scheduler: Scheduler;
  /** The cloud's store: collections named `<partner>.<thing>`, so that a sandbox remembers across restarts. */
  store: Store;
  urls: {
    /** Our REST API, e.g. `http://127.0.0.1:4571`: where webhooks go. */
    api: string;
    /** This sandbox, e.g. `http://127.0.0.1:4572/<name>`. */
    own: string;
  };
  /**
   * Sends a webhook as the partner would. `/_local/faults` may drop it, double it or send it late; the partner sees only
   * what a partner sees. Rejects when nothing answers.
   */
  sendWebhook(request: OutgoingWebhook): Promise<{ status: number; body: string }>;
  /** The current value of a secret that both sides hold, by the name that the template gives it. Rejects where there is none. */
  secret(name: string): Promise<string>;
  log(message: string, facts?: Record<string, Json>): void;
}

export interface OutgoingWebhook {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body: string;
}

/** A counterparty as its own documentation says it behaves. Mounted at `http://127.0.0.1:4572/<name>/...`. */
export interface PartnerSandbox {
  readonly name: string;
  /** The partner's public API. `url.pathname` is relative to the sandbox: `/<name>` is already taken off. */
  handle(request: HttpRequest): Promise<HttpResponse>;
  /** What a test or a person may ask that no partner would offer (records, outages); at `/_local/partners/<name>/...` of the API port, prefix taken off. */
  control?(request: HttpRequest): Promise<HttpResponse>;
  start?(): void;
  stop?(): Promise<void>;
}
