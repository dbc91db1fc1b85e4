CREATE TABLE "analysis_codebook_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"note" text NOT NULL,
	"document_id" uuid NOT NULL,
	"frozen_by" uuid NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_codebook_versions_processId_number_unique" UNIQUE("process_id","number")
);
--> statement-breakpoint
ALTER TABLE "analysis_codebook_versions" ADD CONSTRAINT "analysis_codebook_versions_process_id_process_processes_id_fk" FOREIGN KEY ("process_id") REFERENCES "public"."process_processes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_codebook_versions" ADD CONSTRAINT "analysis_codebook_versions_document_id_documents_frozen_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents_frozen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_codebook_versions" ADD CONSTRAINT "analysis_codebook_versions_frozen_by_people_persons_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;