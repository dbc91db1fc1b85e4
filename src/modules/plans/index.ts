/** Owns the plans: periods, versions that are decided, goals, the targets they are measured by, and what is done for them. */
export { addActivity } from './add-activity.ts'
export { addGoal } from './add-goal.ts'
export { adoptPlan } from './adopt-plan.ts'
export { createPlan } from './create-plan.ts'
export { type GoalProposal, proposeVerdict, type TargetProposal } from './propose-verdict.ts'
export {
  type ActivityReading,
  type GoalReading,
  goalsMeasuredBy,
  listPlans,
  type PlanReading,
  readGoals,
  readPlanVersion,
  readPlanVersions,
  type TargetReading,
} from './read-plans.ts'
export { setTarget } from './set-target.ts'
export { submitPlan } from './submit-plan.ts'
