/** How a contract suite gets hold of the adapter under test, fresh and empty, and lets go of it. */
import { onTestFinished } from 'vitest';

export type Make<Subject> = () => Promise<{ subject: Subject; close: () => Promise<void> }>;

export async function open<Subject>(make: Make<Subject>): Promise<Subject> {
  const { subject, close } = await make();
  onTestFinished(close);
  return subject;
}
