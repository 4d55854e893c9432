import type { TokenSource } from '../../../tools/client/local-tokens.ts';

/** Behaviours that an environment may be unable to carry; everything else is asked of each. */
export type OptionalBehaviour = 'upload-checksum';

/** A Keyturn that runs somewhere: nothing but its API and a way to sign in. */
export interface Environment {
  /** With the API's stage in it where there is one; no slash at the end. */
  apiUrl: string;
  tokens: TokenSource;
  /** Of the stage's configuration. */
  firstOperatorEmail: string;
  /** How long an effect that goes over stream, bus and queue may take. */
  patienceMs: number;
}

/** What this environment cannot do, each with its reason; such a behaviour is shown as skipped, with the reason. */
export type Cannot = Partial<Record<OptionalBehaviour, string>>;
