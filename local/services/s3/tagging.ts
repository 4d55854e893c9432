import * as z from 'zod';
import { getBucket } from './bucket.ts';
import { checkTags } from './object-attributes.ts';
import type { S3Parts } from './object-engine.ts';
import type { Cause } from './object-events.ts';
import { readableVersion, saveVersions, versionsOf, type ObjectVersion } from './object-version.ts';
import { malformedXml, parseXml } from './xml.ts';

const Tagging = z.object({
  Tagging: z.object({
    TagSet: z.union([
      z
        .object({ Tag: z.array(z.object({ Key: z.string(), Value: z.string() })) })
        .transform(({ Tag }) => Tag),
      z.string().transform(() => []),
    ]),
  }),
});

/** @throws AwsError MalformedXML, InvalidTag, BadRequest */
export function parseTagging(body: Uint8Array): Record<string, string> {
  const parsed = Tagging.safeParse(parseXml(body));
  if (!parsed.success) throw malformedXml();
  return checkTags(parsed.data.Tagging.TagSet.map(({ Key, Value }): [string, string] => [Key, Value]));
}

/** Replaces the whole tag set of one version. @throws AwsError NoSuchBucket, NoSuchKey, NoSuchVersion */
export function putTagging(
  { context, events }: S3Parts,
  request: { bucket: string; key: string; versionId?: string; tags: Record<string, string>; cause: Cause },
): ObjectVersion {
  const { key } = request;
  const bucket = getBucket(context.store, request.bucket);
  const tagged = context.store.transaction(() => {
    const { versionId } = readableVersion(context.store, bucket.name, key, request.versionId);
    const versions = versionsOf(context.store, bucket.name, key).map((one) =>
      one.versionId === versionId ? { ...one, tags: request.tags } : one,
    );
    saveVersions(context.store, bucket.name, key, versions);
    const version = readableVersion(context.store, bucket.name, key, versionId);
    events.tagged(bucket, key, version, request.cause);
    return version;
  });
  events.drain();
  return tagged;
}
