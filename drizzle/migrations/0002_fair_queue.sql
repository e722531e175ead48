DROP INDEX `jobs_next`;--> statement-breakpoint
ALTER TABLE `jobs` ADD `round` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `jobs_user` ON `jobs` (`user_id`,`priority`,`round`);--> statement-breakpoint
CREATE INDEX `jobs_next` ON `jobs` (`state`,`priority`,`round`,`created_at`);--> statement-breakpoint
ALTER TABLE `assignments` ADD `priority` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `submissions_user` ON `submissions` (`user_id`,`created_at`);