CREATE TABLE "participation_notice_wishes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"address_hash" text NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"language" text NOT NULL,
	"when_read" boolean NOT NULL,
	"when_decided" boolean NOT NULL,
	"asked_on" date NOT NULL,
	"confirmed_on" date,
	"expires_on" date NOT NULL,
	CONSTRAINT "participation_notice_wishes_addressHash_unique" UNIQUE("address_hash"),
	CONSTRAINT "participation_notice_wishes_something" CHECK ("participation_notice_wishes"."when_read" or "participation_notice_wishes"."when_decided"),
	CONSTRAINT "participation_notice_wishes_language" CHECK ("participation_notice_wishes"."language" in ('sv', 'en')),
	CONSTRAINT "participation_notice_wishes_address" CHECK (position('@' in "participation_notice_wishes"."sealed") = 0 and length("participation_notice_wishes"."sealed") < 1000)
);
--> statement-breakpoint
ALTER TABLE "participation_notice_wishes" ADD CONSTRAINT "participation_notice_wishes_dialogue_id_participation_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."participation_dialogues"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participation_notice_wishes_expires_on_index" ON "participation_notice_wishes" USING btree ("expires_on");
