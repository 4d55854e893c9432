/** Why something is so, and the paragraph that says it. */
export interface Finding {
  reason: string;
  /** A paragraph of the Code of Federal Regulations or of the United States Code, or a `comment` to one. */
  citation: string;
}
