CREATE TABLE "participation_previews" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"expires_on" date NOT NULL,
	"shared_by" uuid NOT NULL,
	"shared_at" timestamp with time zone NOT NULL,
	"revoked_by" uuid,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "participation_previews_days" CHECK ("participation_previews"."expires_on" - ("participation_previews"."shared_at" at time zone 'Europe/Stockholm')::date between 1 and 30),
	CONSTRAINT "participation_previews_revoked" CHECK (("participation_previews"."revoked_by" is null) = ("participation_previews"."revoked_at" is null))
);
--> statement-breakpoint
ALTER TABLE "participation_previews" ADD CONSTRAINT "participation_previews_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participation_previews" ADD CONSTRAINT "participation_previews_shared_by_people_persons_id_fk" FOREIGN KEY ("shared_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participation_previews" ADD CONSTRAINT "participation_previews_revoked_by_people_persons_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "participation_previews_dialogue_id_index" ON "participation_previews" USING btree ("dialogue_id");
--> statement-breakpoint
create function participation_preview_only_revoked() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.revoked_at is not null or (to_jsonb(new) - 'revoked_by' - 'revoked_at') <> (to_jsonb(old) - 'revoked_by' - 'revoked_at') then
    raise exception 'a shared preview is only taken back, once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger participation_previews_stand before update or delete on participation_previews for each row execute function participation_preview_only_revoked();
