CREATE TABLE "people_settings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"accent" text,
	"contact" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "people_settings_accent" CHECK ("people_settings"."accent" ~ '^[0-9a-f]{6}$')
);
--> statement-breakpoint
ALTER TABLE "people_settings" ADD CONSTRAINT "people_settings_set_by_people_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "people_settings_set_at_index" ON "people_settings" USING btree ("set_at");--> statement-breakpoint
create trigger people_settings_append_only before update or delete on people_settings for each row execute function samsyn_append_only();
