// Time that passes in a fault: how long it lasts, and how often somebody looks.

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
