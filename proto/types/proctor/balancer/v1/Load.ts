// Original file: balancer.proto


export interface Load {
  'inFlight'?: (number);
  'queued'?: (number);
  'capacity'?: (number);
  'utilization'?: (number | string);
  'processUtilization'?: (number | string);
  'eventLoopDelayMs'?: (number | string);
  'requestsPerSecond'?: (number | string);
  'errorsPerSecond'?: (number | string);
  'latencyMs'?: (number | string);
}

export interface Load__Output {
  'inFlight': (number);
  'queued': (number);
  'capacity': (number);
  'utilization': (number);
  'processUtilization': (number);
  'eventLoopDelayMs': (number);
  'requestsPerSecond': (number);
  'errorsPerSecond': (number);
  'latencyMs': (number);
}
