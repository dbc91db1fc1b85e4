CREATE TABLE "participation_opinion_participants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"seen" bit(1000) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participation_opinion_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"text" text NOT NULL,
	"grouping" text NOT NULL,
	"author_hash" text NOT NULL,
	"proposed_on" date NOT NULL,
	CONSTRAINT "participation_opinion_proposals_once" UNIQUE("dialogue_id","author_hash","grouping"),
	CONSTRAINT "participation_opinion_proposals_text" CHECK (length("participation_opinion_proposals"."text") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "participation_opinion_rejections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"rejected_by" uuid NOT NULL,
	"rejected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_opinion_rejections_proposalId_unique" UNIQUE("proposal_id")
);
--> statement-breakpoint
CREATE TABLE "participation_opinion_statements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"text_english" text,
	"grouping" text NOT NULL,
	"origin" text NOT NULL,
	"source" text NOT NULL,
	"quote_id" uuid,
	"proposal_id" uuid,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_opinion_statements_proposalId_unique" UNIQUE("proposal_id"),
	CONSTRAINT "participation_opinion_statements_number" UNIQUE("dialogue_id","number"),
	CONSTRAINT "participation_opinion_statements_once" UNIQUE("dialogue_id","grouping"),
	CONSTRAINT "participation_opinion_statements_number_fits" CHECK ("participation_opinion_statements"."number" between 1 and 1000),
	CONSTRAINT "participation_opinion_statements_text" CHECK (length("participation_opinion_statements"."text") between 1 and 200),
	CONSTRAINT "participation_opinion_statements_origin" CHECK ("participation_opinion_statements"."origin" in ('seed', 'quote', 'resident') and ("participation_opinion_statements"."origin" = 'quote') = ("participation_opinion_statements"."quote_id" is not null) and ("participation_opinion_statements"."origin" = 'resident') = ("participation_opinion_statements"."proposal_id" is not null) and ("participation_opinion_statements"."origin" = 'resident' or "participation_opinion_statements"."source" <> ''))
);
--> statement-breakpoint
CREATE TABLE "participation_opinion_votes" (
	"participant_id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"vote" smallint NOT NULL,
	CONSTRAINT "participation_opinion_votes_participant_id_statement_id_pk" PRIMARY KEY("participant_id","statement_id"),
	CONSTRAINT "participation_opinion_votes_vote" CHECK ("participation_opinion_votes"."vote" in (-1, 0, 1))
);
--> statement-breakpoint
CREATE TABLE "participation_opinion_withdrawals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_by" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_opinion_withdrawals_statementId_unique" UNIQUE("statement_id")
);
--> statement-breakpoint
ALTER TABLE "participation_dialogues" DROP CONSTRAINT "participation_dialogues_kind";--> statement-breakpoint
ALTER TABLE "participation_opinion_participants" ADD CONSTRAINT "participation_opinion_participants_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_opinion_proposals" ADD CONSTRAINT "participation_opinion_proposals_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_opinion_rejections" ADD CONSTRAINT "participation_opinion_rejections_proposal_id_participation_opinion_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."participation_opinion_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_opinion_rejections" ADD CONSTRAINT "participation_opinion_rejections_rejected_by_people_persons_id_fk" FOREIGN KEY ("rejected_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_opinion_statements" ADD CONSTRAINT "participation_opinion_statements_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_opinion_statements" ADD CONSTRAINT "participation_opinion_statements_quote_id_participation_statements_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."participation_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_opinion_statements" ADD CONSTRAINT "participation_opinion_statements_proposal_id_participation_opinion_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."participation_opinion_proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_opinion_statements" ADD CONSTRAINT "participation_opinion_statements_added_by_people_persons_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_opinion_votes" ADD CONSTRAINT "participation_opinion_votes_participant_id_participation_opinion_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participation_opinion_participants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_opinion_votes" ADD CONSTRAINT "participation_opinion_votes_statement_id_participation_opinion_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_opinion_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_opinion_withdrawals" ADD CONSTRAINT "participation_opinion_withdrawals_statement_id_participation_opinion_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_opinion_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_opinion_withdrawals" ADD CONSTRAINT "participation_opinion_withdrawals_withdrawn_by_people_persons_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_dialogues" ADD CONSTRAINT "participation_dialogues_kind" CHECK ("participation_dialogues"."kind" in ('survey', 'notes', 'opinion'));
--> statement-breakpoint
create trigger participation_opinion_statements_stand before update or delete on participation_opinion_statements for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_opinion_withdrawals_stand before update or delete on participation_opinion_withdrawals for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_opinion_proposals_stand before update or delete on participation_opinion_proposals for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_opinion_rejections_stand before update or delete on participation_opinion_rejections for each row execute function samsyn_append_only();
