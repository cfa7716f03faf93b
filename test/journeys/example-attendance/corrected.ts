import type { Correction, Example, ExampleChild, ExampleRegister } from './example.js';

/** The register of the same school and week gives way, mark by mark: a blank takes nothing back. */
function registered(child: ExampleChild, { urn, week, marks }: ExampleRegister): ExampleChild {
  const before = child.registers.find((one) => one.urn === urn && one.week === week);
  const others = child.registers.filter((one) => one !== before);
  return {
    ...child,
    registers: [...others, { urn, week, marks: marks.map((mark, at) => mark ?? before?.marks[at] ?? null) }],
  };
}

/** The area as it would have been, had partners sent it so from the first. */
export function corrected(area: Example, correction: Correction): Example {
  const [key, change] =
    'statuses' in correction
      ? [correction.statuses.child, (child: ExampleChild) => ({ ...child, statuses: correction.statuses.statuses })]
      : 'register' in correction
        ? [correction.register.child, (child: ExampleChild) => registered(child, correction.register)]
        : [correction.strayRegister.child, (child: ExampleChild) => registered(child, correction.strayRegister)];
  const children = area.children.map((child) => (child.key === key ? change(child) : child));
  // What was written down of it is of how it was.
  return { ...area, children, expect: undefined };
}
