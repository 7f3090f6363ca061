/** Whether the service found a fault in that field of a request, such as /training/learningRate. */
export function isFaulty(problem, field) {
  return Boolean(problem?.errors?.some(({ pointer }) => pointer === `#${field}` || pointer?.startsWith(`#${field}/`)));
}
