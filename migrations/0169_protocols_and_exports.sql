CREATE TABLE "participation_protocols" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" integer NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"document_id" uuid NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_protocols_one" UNIQUE("dialogue_id","kind","number"),
	CONSTRAINT "participation_protocols_kind" CHECK ("participation_protocols"."kind" in ('handout', 'thinning')),
	CONSTRAINT "participation_protocols_why" CHECK (length("participation_protocols"."decision") > 0 and length("participation_protocols"."reason") > 0)
);
--> statement-breakpoint
ALTER TABLE "participation_protocols" ADD CONSTRAINT "participation_protocols_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participation_protocols" ADD CONSTRAINT "participation_protocols_document_id_documents_frozen_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents_frozen"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participation_protocols" ADD CONSTRAINT "participation_protocols_made_by_people_persons_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
create trigger participation_protocols_stand before update or delete on participation_protocols for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_protocols_never_emptied before truncate on participation_protocols for each statement execute function samsyn_append_only();
--> statement-breakpoint
ALTER TABLE "participation_readings" DROP CONSTRAINT "participation_readings_why";
--> statement-breakpoint
ALTER TABLE "participation_readings" ADD CONSTRAINT "participation_readings_why" CHECK ("participation_readings"."page" in ('review', 'coding', 'export') and "participation_readings"."purpose" in ('review', 'coding', 'export', 'audit'));
