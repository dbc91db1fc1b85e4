CREATE TABLE "participation_begun_imports" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"begun_by" uuid NOT NULL,
	"expires_on" date NOT NULL,
	CONSTRAINT "participation_begun_imports_size" CHECK (length("participation_begun_imports"."sealed") < 20000000)
);
--> statement-breakpoint
CREATE TABLE "participation_import_mappings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"columns" jsonb NOT NULL,
	"choices" jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_import_mappings_headings" UNIQUE("dialogue_id","fingerprint")
);
--> statement-breakpoint
CREATE TABLE "participation_imported_rows" (
	"dialogue_id" uuid NOT NULL,
	"row_hash" text NOT NULL,
	CONSTRAINT "participation_imported_rows_dialogue_id_row_hash_pk" PRIMARY KEY("dialogue_id","row_hash")
);
--> statement-breakpoint
ALTER TABLE "participation_begun_imports" ADD CONSTRAINT "participation_begun_imports_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_begun_imports" ADD CONSTRAINT "participation_begun_imports_begun_by_people_persons_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_import_mappings" ADD CONSTRAINT "participation_import_mappings_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_import_mappings" ADD CONSTRAINT "participation_import_mappings_saved_by_people_persons_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation_imported_rows" ADD CONSTRAINT "participation_imported_rows_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participation_begun_imports_expires_on_index" ON "participation_begun_imports" USING btree ("expires_on");
--> statement-breakpoint
create trigger participation_imported_rows_stand before update or delete on participation_imported_rows for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger participation_imported_rows_never_emptied before truncate on participation_imported_rows for each statement execute function samsyn_append_only();
