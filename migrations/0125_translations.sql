CREATE TABLE "translations_texts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"language" text NOT NULL,
	"original" text NOT NULL,
	"text" text NOT NULL,
	"place" text NOT NULL,
	"made_by" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "translations_texts_language" CHECK ("translations_texts"."language" <> 'sv'),
	CONSTRAINT "translations_texts_text" CHECK (length(trim("translations_texts"."text")) > 0),
	CONSTRAINT "translations_texts_made_by" CHECK ("translations_texts"."made_by" in ('person', 'machine'))
);
--> statement-breakpoint
ALTER TABLE "translations_texts" ADD CONSTRAINT "translations_texts_written_by_people_persons_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "translations_texts_language_index" ON "translations_texts" USING btree ("language");--> statement-breakpoint
create trigger translations_texts_append_only before update or delete on translations_texts for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger translations_texts_never_emptied before truncate on translations_texts for each statement execute function samsyn_append_only();
