/** The live attributes of one resource under the names of its template properties; one that the service does not have is undefined. */
export type Reader = (
  physicalId: string,
  properties: Record<string, unknown>,
) => Promise<Record<string, unknown>>;

export type Readers = Record<string, Reader>;

export interface Connection {
  url: string;
  /** For every client of the SDK. */
  client: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    maxAttempts: number;
  };
}

export const connectionTo = (url: string): Connection => ({
  url,
  client: {
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 2,
  },
});

/** What a service answers with an error instead of an empty value ("no such configuration") is an absent attribute. */
export async function orAbsent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch {
    return undefined;
  }
}

/** For services that answer under the template's own names: all that the template asks for, tags apart. */
export const underAskedNames = (
  properties: Record<string, unknown>,
  live: Record<string, unknown>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(properties)
      .filter((name) => name !== 'Tags' && name !== 'UserPoolTags')
      .map((name) => [name, live[name]]),
  );
