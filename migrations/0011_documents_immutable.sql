create trigger documents_frozen_immutable before update or delete on documents_frozen for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger documents_frozen_never_emptied before truncate on documents_frozen for each statement execute function samsyn_append_only();
