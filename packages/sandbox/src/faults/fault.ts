/**
 * What can go wrong on the way. `latency`, `slow_body`, `reset_after_headers`, `accept_then_drop` and the
 * three that spoil the body do the work; `status`, `rate_limit`, `html_200`, `reset_before` and
 * a failing `brownout` do not.
 */
export type Fault =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'status'; readonly code: number; readonly body?: unknown }
  /** Seconds, `date` for an HTTP date two seconds ahead, `none`, or any other text as it stands. */
  | { readonly kind: 'rate_limit'; readonly retryAfter: number | string }
  | { readonly kind: 'reset_before' }
  | { readonly kind: 'reset_after_headers' }
  | { readonly kind: 'accept_then_drop' }
  | { readonly kind: 'malformed_json' }
  | { readonly kind: 'truncated_json' }
  | { readonly kind: 'html_200' }
  | { readonly kind: 'wrong_content_type' }
  | { readonly kind: 'slow_body'; readonly bytesPerSec: number }
  /** Each call fails with 503 with probability `p`, drawn from the seed. */
  | { readonly kind: 'brownout'; readonly p: number };

export type FaultKind = Fault['kind'];
