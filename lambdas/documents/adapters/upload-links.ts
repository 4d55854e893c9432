import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { type Document, fileKey } from '../domain/document.ts';

export interface UploadLink {
  url: string;
  method: 'PUT';
  /** To be sent exactly so: they are signed. */
  headers: Record<string, string>;
}

/** Links that let a browser speak to S3 without passing a file through us. */
export interface DocumentLinks {
  upload(
    document: Pick<Document, 'loanId' | 'documentId' | 'contentType' | 'sizeBytes' | 'sha256'>,
  ): Promise<UploadLink>;
  view(file: { key: string; versionId?: string | undefined }, contentType: string): Promise<string>;
}

export const uploadSeconds = 300;
export const viewSeconds = 60;

export interface LinkSettings {
  quarantineBucket: string;
  documentsBucket: string;
  keyId: string;
}

/**
 * Presigned by S3's rules. The upload signs length, type, SHA-256 and key of encryption as headers (a checksum in the
 * query is ignored by S3), and `if-none-match: *`, so that a link is of use once and for this content alone.
 */
export function s3Links(
  { quarantineBucket, documentsBucket, keyId }: LinkSettings,
  client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }),
): DocumentLinks {
  return {
    async upload({ loanId, documentId, contentType, sizeBytes, sha256 }) {
      const headers = {
        'content-type': contentType,
        'content-length': String(sizeBytes),
        'x-amz-checksum-sha256': sha256,
        'x-amz-server-side-encryption': 'aws:kms',
        'x-amz-server-side-encryption-aws-kms-key-id': keyId,
        'if-none-match': '*',
      };
      const command = new PutObjectCommand({
        Bucket: quarantineBucket,
        Key: fileKey(loanId, documentId),
        ContentType: contentType,
        ContentLength: sizeBytes,
        ChecksumSHA256: sha256,
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: keyId,
        IfNoneMatch: '*',
      });
      const signed = new Set(['host', ...Object.keys(headers)]);
      const url = await getSignedUrl(client, command, {
        expiresIn: uploadSeconds,
        signableHeaders: signed,
        unhoistableHeaders: signed,
      });
      return { url, method: 'PUT', headers };
    },
    view({ key, versionId }, contentType) {
      const command = new GetObjectCommand({
        Bucket: documentsBucket,
        Key: key,
        VersionId: versionId,
        ResponseContentType: contentType,
        ResponseContentDisposition: 'inline',
        ResponseCacheControl: 'private, no-store',
      });
      return getSignedUrl(client, command, { expiresIn: viewSeconds });
    },
  };
}
