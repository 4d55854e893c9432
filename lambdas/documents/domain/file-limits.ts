/** The limits of an uploaded file, stated once: the upload's declaration, the inspection and the borrower's page all read them here. */
export const FILE_LIMITS = {
  maxBytes: 50 * 1024 * 1024,
  maxPages: 300,
  image: {
    /** Textract's limits for a picture: 10 MB, 10,000 px a side. */
    maxBytes: 10 * 1024 * 1024,
    maxSidePx: 10_000,
    /** Above any phone's camera in its usual setting; a decoder would take four bytes for each. */
    maxPixels: 60_000_000,
  },
  pdf: {
    /** 600 dpi on letter paper is 34 million. */
    maxImagePixels: 80_000_000,
    /** Of one stream that is not a picture: fonts and drawings stay far below. */
    maxStreamBytes: 64 * 1024 * 1024,
    maxDecodedBytes: 1024 * 1024 * 1024,
    maxObjects: 200_000,
    maxFilters: 4,
  },
} as const;

export type FileLimits = typeof FILE_LIMITS;
