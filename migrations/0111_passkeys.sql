CREATE TABLE "people_passkeys" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "people_passkeys_credentialId_unique" UNIQUE("credential_id"),
	CONSTRAINT "people_passkeys_counter" CHECK ("people_passkeys"."counter" >= 0)
);
--> statement-breakpoint
ALTER TABLE "people_passkeys" ADD CONSTRAINT "people_passkeys_person_id_people_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people_persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "people_passkeys_person_id_index" ON "people_passkeys" USING btree ("person_id");--> statement-breakpoint
create function people_passkeys_stand() returns trigger language plpgsql as $$
begin
  if (new.id, new.person_id, new.credential_id, new.public_key, new.added_at) is distinct from (old.id, old.person_id, old.credential_id, old.public_key, old.added_at) then
    raise exception 'a passkey is somebody''s and stays theirs: it is removed, never changed';
  end if;
  if new.counter < old.counter then raise exception 'the counter of a passkey never goes backwards'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger people_passkeys_stand before update on people_passkeys for each row execute function people_passkeys_stand();
