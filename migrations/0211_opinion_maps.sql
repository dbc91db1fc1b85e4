CREATE TABLE "analysis_opinion_maps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"document_id" uuid NOT NULL,
	"frozen_by" uuid NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_opinion_maps_dialogueId_number_unique" UNIQUE("dialogue_id","number")
);
--> statement-breakpoint
ALTER TABLE "analysis_opinion_maps" ADD CONSTRAINT "analysis_opinion_maps_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_opinion_maps" ADD CONSTRAINT "analysis_opinion_maps_document_id_documents_frozen_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents_frozen"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "analysis_opinion_maps" ADD CONSTRAINT "analysis_opinion_maps_frozen_by_people_persons_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
create trigger analysis_opinion_maps_stand before update or delete on analysis_opinion_maps for each row execute function samsyn_append_only();
