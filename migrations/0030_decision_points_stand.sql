create trigger decision_points_stand before update or delete on decision_points for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger decision_adjustments_stand before update or delete on decision_adjustments for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger decision_notices_stand before update or delete on decision_notices for each row execute function samsyn_append_only();
--> statement-breakpoint
create trigger decision_submissions_stand before update or delete on decision_submissions for each row execute function samsyn_append_only();
