import * as z from 'zod';

/** What may go wrong at the provider, by its own doing. */
export const faultKinds = [
  /** 503 to every call. */
  'down',
  /** 429 with Retry-After. */
  'throttled',
  /** Answers after `delayMs`. */
  'slow',
  /** Takes the order and never answers. */
  'silent-after-accepting',
  /** Takes the order and does not finish it. */
  'stuck',
  /** 451: the consumer has frozen their file. */
  'frozen',
  /** No such person at this employer. */
  'not-found',
  /** The report carries another employer's name. */
  'wrong-employer',
  'lost-webhook',
  'duplicate-webhook',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export const Fault = z.strictObject({
  kind: z.enum(faultKinds),
  /** How often it strikes; absent: until it is taken away. */
  times: z.int().positive().optional(),
  /** Only orders for this employer. */
  employer: z.string().optional(),
  delayMs: z.int().positive().max(600_000).default(30_000),
});
export type Fault = z.infer<typeof Fault>;

/** The faults that are on, in the order they were set. */
export class ProviderFaults {
  #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push(fault);
  }

  clear(): void {
    this.#faults = [];
  }

  list(): readonly Fault[] {
    return this.#faults;
  }

  /** The fault of that kind that strikes now, and is used up by it. */
  take(kind: FaultKind, employer?: string): Fault | undefined {
    const fault = this.#faults.find(
      (one) => one.kind === kind && (one.employer === undefined || one.employer === employer),
    );
    if (fault?.times === undefined) return fault;
    const rest = fault.times - 1;
    this.#faults = this.#faults.flatMap((one) =>
      one === fault ? (rest > 0 ? { ...one, times: rest } : []) : one,
    );
    return fault;
  }
}
