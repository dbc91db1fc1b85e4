import { may } from '#kernel/actor'

/** The controller writes the plans with those responsible; they are handed in to be decided. */
export const mayCreatePlan = may('create-plan', 'controller')
export const mayAddGoal = may('add-goal', 'controller')
export const maySetTarget = may('set-target', 'controller')
export const mayAddActivity = may('add-activity', 'controller', 'responsible')
export const maySubmitPlan = may('submit-plan', 'controller')
export const mayAdoptPlan = may('adopt-plan', 'controller', 'secretary')
