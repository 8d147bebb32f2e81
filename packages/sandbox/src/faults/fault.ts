/** What can go wrong on the way. The table in the package's README says what a client must conclude from each. */
export type Fault = RefusingFault | WorkingFault | StormFault;

/** Keep the work from being done. */
export type RefusingFault =
  /** Any status; without a `body`, the provider's own error for it. */
  | { readonly kind: 'status'; readonly code: number; readonly body?: unknown }
  /** Seconds, `date` for an HTTP date two seconds ahead, `none`, or any other text as it stands. */
  | { readonly kind: 'rate_limit'; readonly retryAfter: number | string }
  /** 503 that names a time, as `rate_limit` does. */
  | { readonly kind: 'unavailable'; readonly retryAfter: number | string }
  /** The provider's own words for an allowance used up, or an account without money. It names no time. */
  | { readonly kind: 'quota' }
  /** The provider's own words for a token past its time, or a key that was withdrawn. */
  | { readonly kind: 'auth_expired' }
  /** 200 with the provider's error inside. */
  | { readonly kind: 'body_error' }
  /** 200 with a page that asks for patience. */
  | { readonly kind: 'html_200' }
  /** 200 with the XML error of data.go.kr, code 22: the day's calls are used up. */
  | { readonly kind: 'xml_200' }
  /** 302 to an address that answers 302 to itself. */
  | { readonly kind: 'redirect_loop' }
  /** The connection is reset while the body of the request is still coming; without a body, after its headers. */
  | { readonly kind: 'reset_during_request' }
  /** The connection is reset when the request was read to its end. */
  | { readonly kind: 'reset_before' };

/** Do the work, and differ in what the caller hears of it. */
export type WorkingFault =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'reset_after_headers' }
  | { readonly kind: 'accept_then_drop' }
  /** No answer, as long as the client waits. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'malformed_json' }
  | { readonly kind: 'truncated_json' }
  | { readonly kind: 'wrong_content_type' }
  | { readonly kind: 'slow_body'; readonly bytesPerSec: number }
  /** The answer, filled up with blanks to this size: still JSON, so that only a cap refuses it. */
  | { readonly kind: 'huge_body'; readonly bytes: number }
  /** The answer with 64 KB of headers. */
  | { readonly kind: 'huge_header' }
  /** Values become null: those of the fields of this name, or all. */
  | { readonly kind: 'null_fields'; readonly field?: string }
  /** Every object of the answer has a field more. */
  | { readonly kind: 'extra_fields' }
  /** Fields are left out: those of this name, or all that hold nothing. */
  | { readonly kind: 'missing_optional'; readonly field?: string }
  /** Numbers of the answer become text. */
  | { readonly kind: 'string_numbers' }
  /** The provider's clock is ahead by this much, or behind: its `Date`, and whatever it checks of the caller's. */
  | { readonly kind: 'clock_skew'; readonly ms: number };

/** Decide for each call, drawn from the seed, and strike until they are cleared. */
type StormFault =
  /** Each call fails with 503 with probability `p`. */
  | { readonly kind: 'brownout'; readonly p: number }
  /** Each call meets one of seven faults with probability `p`; six in ten of them leave the caller in doubt. */
  | { readonly kind: 'chaos'; readonly p: number };

export type FaultKind = Fault['kind'];
