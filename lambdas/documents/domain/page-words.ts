/** Shares of the page's width and height, 0 to 1, from the top left: Textract's own convention. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where a word came from; accuracy is reported per engine. */
export type ReadingEngine = 'text-layer' | 'textract-detect' | 'textract-lending';

export interface Word {
  text: string;
  box: Box;
  /** 0 to 100; a text layer's words are 100. */
  confidence: number;
}

/** One page as its words: the only thing a reader sees, whichever engine made it. */
export interface PageWords {
  /** Physical page of the uploaded file, from 1. */
  pageNumber: number;
  engine: ReadingEngine;
  /** Page width divided by height, so that a reader can compare distances in both directions. */
  aspect: number;
  words: readonly Word[];
}
