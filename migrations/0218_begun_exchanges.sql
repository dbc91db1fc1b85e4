CREATE TABLE "analysis_begun_exchanges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"content" text NOT NULL,
	"begun_by" uuid NOT NULL,
	"expires_on" date NOT NULL,
	CONSTRAINT "analysis_begun_exchanges_kind" CHECK ("analysis_begun_exchanges"."kind" in ('codebook', 'codings'))
);
--> statement-breakpoint
ALTER TABLE "analysis_begun_exchanges" ADD CONSTRAINT "analysis_begun_exchanges_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_begun_exchanges" ADD CONSTRAINT "analysis_begun_exchanges_begun_by_people_persons_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "analysis_begun_exchanges_expires_on_index" ON "analysis_begun_exchanges" USING btree ("expires_on");
