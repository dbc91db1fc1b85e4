import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { isAnyOf } from '#db/columns'
import { db } from '#db/database.server'
import {
  dialogues,
  groups,
  opinionParticipants,
  opinionProposals,
  opinionRejections,
  opinionStatements,
  opinionVotes,
  opinionWithdrawals,
  questions,
  statements,
} from './tables.ts'

export async function listOpinionStatements(dialogueId: string) {
  return db()
    .select({ statement: opinionStatements, withdrawn: opinionWithdrawals.reason })
    .from(opinionStatements)
    .leftJoin(opinionWithdrawals, eq(opinionWithdrawals.statementId, opinionStatements.id))
    .where(eq(opinionStatements.dialogueId, dialogueId))
    .orderBy(asc(opinionStatements.number))
}
/** Gives it the next number of its dialogue, which the caller holds. Nothing when the same words are there before. */
export async function putOpinionStatement(row: Omit<typeof opinionStatements.$inferInsert, 'number'>) {
  const next = sql<number>`(select coalesce(max(number), 0) + 1 from participation_opinion_statements where dialogue_id = ${row.dialogueId})`
  const [made] = await db()
    .insert(opinionStatements)
    .values({ ...row, number: next })
    .onConflictDoNothing({ target: [opinionStatements.dialogueId, opinionStatements.grouping] })
    .returning({ id: opinionStatements.id, number: opinionStatements.number })
  return made
}
export async function putOpinionWithdrawal(row: typeof opinionWithdrawals.$inferInsert) {
  return (await db().insert(opinionWithdrawals).values(row).onConflictDoNothing().returning({ id: opinionWithdrawals.id })).length > 0
}
export async function findOpinionStatement(id: string) {
  return (await db().select().from(opinionStatements).where(eq(opinionStatements.id, id)))[0]
}

/** Agree, pass and disagree of each statement. Reads every vote. */
export async function countVotes(dialogueId: string) {
  return db()
    .select({ statementId: opinionVotes.statementId, agree: countOf(1), pass: countOf(0), disagree: countOf(-1) })
    .from(opinionVotes)
    .innerJoin(opinionStatements, eq(opinionStatements.id, opinionVotes.statementId))
    .where(eq(opinionStatements.dialogueId, dialogueId))
    .groupBy(opinionVotes.statementId)
}
const countOf = (vote: number) => sql<number>`count(*) filter (where ${opinionVotes.vote} = ${vote})::int`
export async function countParticipants(dialogueId: string) {
  return db().$count(opinionParticipants, eq(opinionParticipants.dialogueId, dialogueId))
}

export type VoteToPut = { readonly participant: string; readonly statement: string; readonly vote: number }
/**
 * Stores votes in one statement of the database, on statements that can be voted on in dialogues that nobody has closed. Answers with those it stored: whether
 * the vote was the first on its statement, and what its participant has seen by now. The rows of all participants are held before the first vote is written.
 */
export async function putVotes(votes: readonly VoteToPut[]) {
  const { rows } = await db().execute<{ participant: string; statement: string; isNew: boolean; seen: string }>(sql`
    with given as materialized (
      select told.participant, told.vote, stands.id as statement, stands.dialogue_id, stands.number
      from jsonb_to_recordset(${JSON.stringify(votes)}::jsonb) as told(participant uuid, statement uuid, vote smallint)
      join participation_opinion_statements stands on stands.id = told.statement
      where not exists (select 1 from participation_opinion_withdrawals gone where gone.statement_id = stands.id)
        and not exists (select 1 from participation_closings closed where closed.dialogue_id = stands.dialogue_id)
    ), came as (
      insert into participation_opinion_participants (id, dialogue_id, seen)
      select participant, dialogue_id, bit_or(set_bit(0::bit(1000), number - 1, 1)) from given group by participant, dialogue_id order by participant
      on conflict (id) do update set seen = participation_opinion_participants.seen | excluded.seen
      returning id, seen
    ), kept as (
      insert into participation_opinion_votes (participant_id, statement_id, vote)
      select participant, statement, vote from given join came on came.id = given.participant order by participant, statement
      on conflict (participant_id, statement_id) do update set vote = excluded.vote
      returning participant_id, statement_id, xmax = 0 as is_new
    )
    select kept.participant_id as participant, kept.statement_id as statement, kept.is_new as "isNew", came.seen::text as seen from kept join came on came.id = kept.participant_id`)
  return rows
}
export async function listOwnVotes(participantId: string) {
  return db().select({ statementId: opinionVotes.statementId, vote: opinionVotes.vote }).from(opinionVotes).where(eq(opinionVotes.participantId, participantId))
}
/**
 * Takes back everything that somebody voted, in the transaction of the caller. Answers with how many votes it was. The row of the participant is held first, as it
 * is by `putVotes`: whoever votes at the same moment is before all of this or after it. Where there is no row to hold, the first vote comes after it.
 */
export async function deleteVotes(participantId: string) {
  const held = await db().select({ id: opinionParticipants.id }).from(opinionParticipants).where(eq(opinionParticipants.id, participantId)).for('update')
  if (held.length === 0) return 0
  const gone = await db().delete(opinionVotes).where(eq(opinionVotes.participantId, participantId)).returning({ vote: opinionVotes.vote })
  await db().delete(opinionParticipants).where(eq(opinionParticipants.id, participantId))
  return gone.length
}
/** Every vote of a dialogue, participant by participant, in no order of time. */
export async function listVotes(dialogueId: string) {
  return db()
    .select({ participant: opinionVotes.participantId, number: opinionStatements.number, vote: opinionVotes.vote })
    .from(opinionVotes)
    .innerJoin(opinionStatements, eq(opinionStatements.id, opinionVotes.statementId))
    .where(eq(opinionStatements.dialogueId, dialogueId))
    .orderBy(asc(opinionVotes.participantId), asc(opinionStatements.number))
}

export async function putOpinionProposal(row: typeof opinionProposals.$inferInsert) {
  return (await db().insert(opinionProposals).values(row).onConflictDoNothing().returning({ id: opinionProposals.id })).length > 0
}
const withFate = () =>
  db()
    .select({ proposal: opinionProposals, slug: dialogues.slug, number: opinionStatements.number, withdrawn: opinionWithdrawals.reason, rejected: opinionRejections.reason })
    .from(opinionProposals)
    .innerJoin(dialogues, eq(dialogues.id, opinionProposals.dialogueId))
    .leftJoin(opinionStatements, eq(opinionStatements.proposalId, opinionProposals.id))
    .leftJoin(opinionWithdrawals, eq(opinionWithdrawals.statementId, opinionStatements.id))
    .leftJoin(opinionRejections, eq(opinionRejections.proposalId, opinionProposals.id))
/** What somebody has proposed, and what became of it. */
export async function listOwnProposals(dialogueId: string, authorHash: string) {
  return withFate()
    .where(and(eq(opinionProposals.dialogueId, dialogueId), eq(opinionProposals.authorHash, authorHash)))
    .orderBy(asc(opinionProposals.grouping))
}
/** Proposals that nobody has said anything of, those of the earliest day first. */
export async function listWaitingProposals(dialogueId: string, limit: number) {
  return withFate()
    .where(and(eq(opinionProposals.dialogueId, dialogueId), isNull(opinionStatements.id), isNull(opinionRejections.id)))
    .orderBy(asc(opinionProposals.proposedOn), asc(opinionProposals.id))
    .limit(limit)
}
/** One proposal, by nobody else's hand until the transaction ends. */
export async function lockProposal(id: string) {
  await db().select({ id: opinionProposals.id }).from(opinionProposals).where(eq(opinionProposals.id, id)).for('update')
  return (await withFate().where(eq(opinionProposals.id, id)))[0]
}
export async function putOpinionRejection(row: typeof opinionRejections.$inferInsert) {
  return (await db().insert(opinionRejections).values(row).onConflictDoNothing().returning({ id: opinionRejections.id })).length > 0
}

/** Proposals of a dialogue that nobody has let in: those that wait, and those that are not shown. A statement that is or was shown keeps its own. */
const isUnshown = (dialogueId: string) =>
  and(eq(opinionProposals.dialogueId, dialogueId), sql`not exists (select 1 from ${opinionStatements} shown where shown.proposal_id = ${opinionProposals.id})`)
export async function countUnshownProposals(dialogueId: string) {
  return db().$count(opinionProposals, isUnshown(dialogueId))
}
export async function deleteUnshownProposals(dialogueId: string) {
  const own = db().select({ id: opinionProposals.id }).from(opinionProposals).where(isUnshown(dialogueId))
  await db().delete(opinionRejections).where(inArray(opinionRejections.proposalId, own))
  return (await db().delete(opinionProposals).where(isUnshown(dialogueId)).returning({ id: opinionProposals.id })).length
}
/** Takes away so many participants of a dialogue with all their votes. Answers with how many it was. */
export async function deleteParticipants(dialogueId: string, limit: number) {
  const drawn = await db().select({ id: opinionParticipants.id }).from(opinionParticipants).where(eq(opinionParticipants.dialogueId, dialogueId)).limit(limit).for('update')
  const ids = drawn.map(({ id }) => id)
  await db().delete(opinionVotes).where(isAnyOf(opinionVotes.participantId, ids))
  await db().delete(opinionParticipants).where(isAnyOf(opinionParticipants.id, ids))
  return ids.length
}

/** Answers to surveys of a process that are short enough to be voted on, those that most have said in the same words first. */
export async function listShortAnswers(processId: string, longest: number, limit: number) {
  const same = count()
  const rows = await db()
    .select({ ids: sql<string[]>`array_agg(${statements.id})`, same })
    .from(statements)
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .innerJoin(dialogues, eq(dialogues.id, questions.dialogueId))
    .innerJoin(groups, eq(groups.id, dialogues.groupId))
    .where(and(eq(groups.processId, processId), eq(dialogues.kind, 'survey'), sql`length(${statements.text}) between 15 and ${longest}`))
    .groupBy(statements.grouping)
    .orderBy(desc(same), asc(statements.grouping))
    .limit(limit)
  return rows
}
