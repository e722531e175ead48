ALTER TABLE `attempts` ADD `drill_of` text REFERENCES variants(id);--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_drill` ON `attempts` (`drill_of`,`number`);