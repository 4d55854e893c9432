import { createHash } from 'node:crypto';
import type { NeighbourObjects } from '../s3/neighbour-objects.ts';
import type { EngineContext } from '../service.ts';
import { compactTime, dayPath, putTrailFile, type DeliveredLog } from './deliver-logs.ts';
import { digestKey } from './signing-key.ts';
import { instant } from './trail-record.ts';
import type { Trail } from './trail.ts';

interface PreviousDigest {
  endAt: number;
  s3Object: string;
  hashValue: string;
  signature: string;
}

/**
 * Writes the digest of everything delivered and not yet digested, chained to the one before and signed in the object's
 * metadata. Format and signing string: CloudTrail User Guide, "CloudTrail digest file structure" and "Custom
 * implementations of CloudTrail log file integrity validation". A crash writes the same digest under the same key again.
 */
export async function deliverDigest(
  context: EngineContext,
  objects: NeighbourObjects,
  trail: Trail,
  endAt: number,
): Promise<void> {
  const { store, account, region } = context;
  const previous = store.get<PreviousDigest>('cloudtrail.digests', trail.name);
  const startAt = previous?.endAt ?? trail.startedAt;
  if (endAt <= startAt) return;
  const logs = store.list<DeliveredLog>('cloudtrail.delivered', { prefix: `${trail.name}/` });
  const key = digestKey(context);
  const file = `${account}_CloudTrail-Digest_${region}_${trail.name}_${region}_${compactTime(endAt, 'second')}.json.gz`;
  const s3Object = `${trail.keyPrefix}AWSLogs/${account}/CloudTrail-Digest/${region}/${dayPath(endAt)}/${file}`;
  const content = JSON.stringify({
    awsAccountId: account,
    digestStartTime: instant(startAt),
    digestEndTime: instant(endAt),
    digestS3Bucket: trail.bucketName,
    digestS3Object: s3Object,
    digestPublicKeyFingerprint: key.fingerprint,
    digestSignatureAlgorithm: 'SHA256withRSA',
    newestEventTime:
      logs
        .map(([, log]) => log.newestEventTime)
        .sort()
        .at(-1) ?? null,
    oldestEventTime: logs.map(([, log]) => log.oldestEventTime).sort()[0] ?? null,
    previousDigestS3Bucket: previous === undefined ? null : trail.bucketName,
    previousDigestS3Object: previous?.s3Object ?? null,
    previousDigestHashValue: previous?.hashValue ?? null,
    previousDigestHashAlgorithm: previous === undefined ? null : 'SHA-256',
    previousDigestSignature: previous?.signature ?? null,
    logFiles: logs.map(([, log]) => ({ s3Bucket: trail.bucketName, hashAlgorithm: 'SHA-256', ...log })),
  });
  const hashValue = createHash('sha256').update(content).digest('hex');
  const signed = [
    instant(endAt),
    `${trail.bucketName}/${s3Object}`,
    hashValue,
    previous?.signature ?? 'null',
  ];
  const signature = key.sign(signed.join('\n'));
  await putTrailFile(objects, trail, s3Object, content, {
    'x-amz-meta-signature': signature,
    'x-amz-meta-signature-algorithm': 'SHA256withRSA',
  });
  const next: PreviousDigest = { endAt, s3Object, hashValue, signature };
  store.transaction(() => {
    for (const [id] of logs) store.delete('cloudtrail.delivered', id);
    store.put('cloudtrail.digests', trail.name, next);
  });
}
