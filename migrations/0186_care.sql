CREATE TABLE "participation_flags" (
	"statement_id" uuid PRIMARY KEY NOT NULL,
	"kinds" text[] NOT NULL,
	"rules" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participation_statement_translations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"statement_id" uuid NOT NULL,
	"text" text NOT NULL,
	"made_of" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_statement_translations_text" CHECK (length("participation_statement_translations"."text") between 1 and 5000)
);
--> statement-breakpoint
ALTER TABLE "participation_readings" DROP CONSTRAINT "participation_readings_why";--> statement-breakpoint
ALTER TABLE "participation_reviews" ADD COLUMN "cause" text;--> statement-breakpoint
-- What was masked or withheld before had its reason in words of one's own, or was masked by the machine as personal data.
drop trigger participation_reviews_stand on participation_reviews;
--> statement-breakpoint
update participation_reviews set cause = case when reason is null then 'personal-data' else 'other' end where verdict = 'withheld' or masked_text is not null;
--> statement-breakpoint
create trigger participation_reviews_stand before update on participation_reviews for each row execute function samsyn_append_only();
--> statement-breakpoint
ALTER TABLE "participation_flags" ADD CONSTRAINT "participation_flags_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_statement_translations" ADD CONSTRAINT "participation_statement_translations_statement_id_participation_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."participation_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_statement_translations" ADD CONSTRAINT "participation_statement_translations_written_by_people_persons_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participation_statement_translations_statement_id_written_at_index" ON "participation_statement_translations" USING btree ("statement_id","written_at");--> statement-breakpoint
ALTER TABLE "participation_reviews" ADD CONSTRAINT "participation_reviews_cause" CHECK (case when "participation_reviews"."verdict" = 'withheld' or "participation_reviews"."masked_text" is not null then "participation_reviews"."cause" is not null and "participation_reviews"."cause" in ('personal-data', 'sensitive', 'threat', 'insult', 'not-an-answer', 'other') and ("participation_reviews"."cause" <> 'other' or "participation_reviews"."reason" is not null) else "participation_reviews"."cause" is null end);--> statement-breakpoint
ALTER TABLE "participation_readings" ADD CONSTRAINT "participation_readings_why" CHECK ("participation_readings"."page" in ('review', 'coding', 'export', 'original', 'paper', 'notes') and "participation_readings"."purpose" in ('review', 'coding', 'export', 'original', 'audit', 'paper', 'notes'));
--> statement-breakpoint
create trigger participation_statement_translations_stand before update on participation_statement_translations for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_statement_translations_erased before delete on participation_statement_translations for each row execute function participation_erased_with_a_reason();
--> statement-breakpoint
create trigger participation_statement_translations_never_emptied before truncate on participation_statement_translations for each statement execute function samsyn_append_only();
