/**
 * A course: the states a thing may stand in, and the named steps that lead from one to another.
 * Written as data, so that the same object draws the picture in the handbook and refuses the wrong step.
 */
export type Course<State extends string, Step extends string> = {
  readonly [Name in Step]: { readonly from: readonly State[]; readonly to: State }
}

/**
 * The state after a step, or nothing when the step can't be taken from here.
 *
 * @example
 * const door = { open: { from: ['shut'], to: 'ajar' } } as const
 * takeStep(door, 'shut', 'open') // => 'ajar'
 * takeStep(door, 'ajar', 'open') // => undefined
 */
export function takeStep<State extends string, Step extends string>(course: Course<State, Step>, state: State, step: Step): State | undefined {
  const { from, to } = course[step]
  return from.includes(state) ? to : undefined
}
