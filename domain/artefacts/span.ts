/** A half-open stretch of text in UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}
