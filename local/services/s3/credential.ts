/** Who may sign: what stands behind an access key id. */
export interface Credential {
  secretAccessKey: string;
  /** The caller's ARN as CloudTrail and policies see it. */
  arn: string;
  /** Required in `x-amz-security-token` when given. */
  sessionToken?: string;
}

export type FindCredential = (accessKeyId: string) => Credential | undefined;

/** The local cloud's own key: `local` / `local-secret`. */
export function localCredential(account: string): FindCredential {
  return (accessKeyId) =>
    accessKeyId === 'local'
      ? { secretAccessKey: 'local-secret', arn: `arn:aws:iam::${account}:user/local` }
      : undefined;
}
