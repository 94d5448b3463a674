PRAGMA application_id = 1803183721;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE entries (
    "seq" INTEGER PRIMARY KEY,
    "id" TEXT NOT NULL UNIQUE CHECK (length("id") = 16),
    "entry" TEXT NOT NULL CHECK ("entry" IN ('observation', 'notice')),
    "measure" TEXT REFERENCES measures ("key"),
    "known_from" TEXT NOT NULL CHECK (length("known_from") = 27),
    "wording" TEXT,
    "stated" INTEGER CHECK ("stated" >= 0),
    "low" INTEGER CHECK ("low" >= 0),
    "high" INTEGER CHECK ("high" >= "low"),
    "source" TEXT,
    "source_kind" TEXT,
    "side" TEXT,
    "grade" TEXT CHECK ("grade" IN ('A', 'B', 'C', 'D', 'E', 'F')),
    "via" TEXT CHECK ("via" LIKE '["%"]'),
    "origin" TEXT,
    "since" TEXT,
    "as_of" TEXT,
    "reported" TEXT,
    "recorded" TEXT,
    "credibility" INTEGER CHECK ("credibility" BETWEEN 1 AND 6),
    "url" TEXT,
    "note" TEXT,
    "notice" TEXT CHECK ("notice" IN ('retraction', 'denial', 'correction')),
    "of" TEXT CHECK ("of" LIKE '["%"]'),
    "by" TEXT,
    "by_kind" TEXT,
    "by_side" TEXT,
    "by_grade" TEXT CHECK ("by_grade" IN ('A', 'B', 'C', 'D', 'E', 'F')),
    "at" TEXT,
    "reason" TEXT,
    "instead" TEXT CHECK (length("instead") = 16),
    "chain" TEXT NOT NULL CHECK (length("chain") = 64),
    CHECK (CASE "entry"
        WHEN 'observation' THEN "measure" IS NOT NULL AND coalesce("wording", '') <> ''
            AND "low" IS NOT NULL AND coalesce("source", '') <> '' AND "as_of" IS NOT NULL
            AND "reported" IS NOT NULL AND "notice" IS NULL
        ELSE "notice" IS NOT NULL AND "of" IS NOT NULL AND coalesce("by", '') <> ''
            AND "at" IS NOT NULL AND ("notice" = 'correction') = ("instead" IS NOT NULL)
            AND "measure" IS NULL
    END)
) STRICT
;
INSERT INTO "entries" VALUES(1,'7320add79948eee0','observation','16bbeaeafb0aac1a','2022-01-05T18:00:00.000000Z','no deaths',0,0,0,'A witness','witness','protesters','F',NULL,NULL,NULL,'2022-01-05[Asia/Almaty]','2022-01-05[Asia/Almaty]',NULL,6,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'b92860704235736ec41d674d4fe6181650a7585e01940c21d9b5cd91ac7c77b3');
INSERT INTO "entries" VALUES(2,'3a0a345a72f543f1','observation','278a9fc19768fe73','2022-01-06T18:00:00.000000Z','hundreds',NULL,200,NULL,'KazTAG','agency',NULL,NULL,NULL,NULL,NULL,'2022-01-06[Asia/Almaty]','2022-01-06[Asia/Almaty]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ea7e6f7c30dc8ee6d6c72526a16cb6700a5fef23c03976ffbbf2489019724d7a');
INSERT INTO "entries" VALUES(3,'e9d262d3c01dadf4','observation','16bbeaeafb0aac1a','2022-01-06T18:00:00.000000Z','between 100 and 9,223,372,036,854,775,807',NULL,100,9223372036854775807,'A rumour','social',NULL,NULL,NULL,NULL,NULL,'2022-01-05[Asia/Almaty]','2022-01-06[Asia/Almaty]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'71671526e01e94bebe3e33cd3cd5d898dd610bf3e0fc730e108f219efc28dbd4');
INSERT INTO "entries" VALUES(4,'5e22cfbe56b7058b','observation','3caee93d0ac258f1','2022-01-07T10:56:00.000000Z','18',18,18,18,'Ministry of Internal Affairs','official','government','B','["Khabar 24", "AP"]','MVD statement, 7 January 2022',NULL,'2022-01-07T10:00+06:00','2022-01-07T16:56+06:00','2022-01-07T17:05+06:00',2,'https://example.org/18','two lines
of a note',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ba16bae86b49391fcb8ffd7dc6b93242cdfc62f8d8a395ae86eb26002511b9be');
INSERT INTO "entries" VALUES(5,'0b9b1ebe688f933e','notice',NULL,'2022-01-09T14:00:00.000000Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'https://example.org/16',NULL,'correction','["5e22cfbe56b7058b"]','Ministry of Internal Affairs','official','government','B','2022-01-09T20:00+06:00','recounted','67d7ebfffd6041ae','816516bd164e2347d3ab9996e3043c99621f0ab513d9fb9ce20e197c0ca09f46');
INSERT INTO "entries" VALUES(6,'67d7ebfffd6041ae','observation','3caee93d0ac258f1','2022-01-09T15:00:00.000000Z','16',16,16,16,'Ministry of Internal Affairs','official','government','B',NULL,NULL,NULL,'2022-01-09[Asia/Almaty]','2022-01-09T20[Asia/Almaty]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'3fda6e377172644c5eb2baeccb831f1e98e7bd17546f2680c269a335610a5e76');
INSERT INTO "entries" VALUES(7,'5eb05e5726443ee0','notice',NULL,'2022-01-10T18:00:00.000000Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'denial','["MVD statement, 7 January 2022", "e9d262d3c01dadf4"]','Ministry of Internal Affairs','official','government','B','2022-01-10[Asia/Almaty]',NULL,NULL,'568093e9eddd7c54f309ddb4fe5ae7dde1eec5cd2fb2c63fbef2abc1f077853d');
INSERT INTO "entries" VALUES(8,'8d94ebb8809a75b7','observation','2ff2075cb452f149','2022-01-11T03:30:15.250000Z','1,678',1678,1678,1678,'Orda.kz','outlet',NULL,'C',NULL,NULL,'2022-01-10T09:00+06:00','2022-01-11T09:00+06:00','2022-01-11T09:30:15.250000+06:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'d642428f732e603bd02b703f26a729b2bf03cbc2beefb5954beeab972b10b1b9');
INSERT INTO "entries" VALUES(9,'9cc97e3d002597b9','notice',NULL,'2022-01-12T08:00:00.000000Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'retraction','["7320add79948eee0"]','A witness','witness',NULL,NULL,'2022-01-12T08:00+00:00','I was wrong',NULL,'5fb2302d6886e4f8faccdc18a0eaa3eb6d6acaf2d52297d5cf39a8a61cdc2431');
INSERT INTO "entries" VALUES(10,'4f2802e145a51656','observation','959d33acf35baf30','2022-01-31T18:00:00.000000Z','more than 700',700,701,NULL,'Полиция Алматы','official',NULL,NULL,NULL,NULL,NULL,'2022-01[Asia/Almaty]','2022-01-31[+06:00]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'e5e763ad06afa16d4479a47f9f243010a7d7c02836bfe91739fea479954def90');
INSERT INTO "entries" VALUES(11,'ab7ad1eb2df74085','observation','8bec031917736434','2023-01-02T00:00:00.000000Z','292',292,292,292,'=Prosecutor''s office; DROP TABLE entries --',NULL,NULL,NULL,NULL,NULL,NULL,'2022[UTC]','2023-01-01[UTC]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'487a6d8dd2dbe216b0cb9bdeb7f9351ff45cdab2e31416be28a75580e29af40b');
CREATE TABLE measures (
    "key" TEXT PRIMARY KEY CHECK (length("key") = 16),
    "outcome" TEXT NOT NULL CHECK ("outcome" <> ''),
    "population" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "unit" TEXT NOT NULL CHECK ("unit" <> ''),
    "tally" TEXT NOT NULL CHECK ("tally" IN ('cumulative', 'increment', 'stock')),
    "definition" TEXT NOT NULL
) STRICT, WITHOUT ROWID
;
INSERT INTO "measures" VALUES('16bbeaeafb0aac1a','killed','','','','people','cumulative','');
INSERT INTO "measures" VALUES('278a9fc19768fe73','damaged','','','','police cars','cumulative','');
INSERT INTO "measures" VALUES('2ff2075cb452f149','detained','','Kazakhstan/Almaty','Kazakhstan, January 2022','people','increment','');
INSERT INTO "measures" VALUES('3caee93d0ac258f1','killed','security forces','Kazakhstan','Kazakhstan, January 2022','people','cumulative','');
INSERT INTO "measures" VALUES('8bec031917736434','held','','','','people','stock','in custody on the day');
INSERT INTO "measures" VALUES('959d33acf35baf30','injured','security forces','','','people','cumulative','');
CREATE INDEX entries_by_measure ON entries ("measure", "known_from");
CREATE INDEX entries_by_notice ON entries ("notice") WHERE "notice" IS NOT NULL;
CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT raise(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT raise(ABORT, 'entries are never taken away'); END;
CREATE TRIGGER measures_no_update BEFORE UPDATE ON measures BEGIN SELECT raise(ABORT, 'measures are never changed'); END;
CREATE TRIGGER measures_no_delete BEFORE DELETE ON measures BEGIN SELECT raise(ABORT, 'measures are never taken away'); END;
CREATE TRIGGER entries_once BEFORE INSERT ON entries WHEN EXISTS (SELECT 1 FROM entries WHERE "id" = NEW."id") BEGIN SELECT raise(ABORT, 'entries are kept once'); END;
CREATE TRIGGER measures_once BEFORE INSERT ON measures WHEN EXISTS (SELECT 1 FROM measures WHERE "key" = NEW."key") BEGIN SELECT raise(ABORT, 'measures are kept once'); END;
CREATE TRIGGER entries_in_order BEFORE INSERT ON entries WHEN NEW."seq" <> (SELECT coalesce(max("seq"), 0) + 1 FROM entries) BEGIN SELECT raise(ABORT, 'entries follow in order'); END;
CREATE VIEW observations AS
SELECT
    entries."seq", entries."id",
    "outcome", "population", "place", "event", "unit", "tally", "definition",
    "wording", "stated", "low", "high",
    "source", coalesce("source_kind", 'unknown') AS "source_kind", "side", "grade", "via", "origin",
    "since", "as_of", "reported", "recorded", "known_from", "credibility", "url", "note"
FROM entries JOIN measures ON measures."key" = entries."measure";
CREATE VIEW notices AS
SELECT
    "seq", "id", "notice", "of",
    "by", coalesce("by_kind", 'unknown') AS "by_kind", "by_side", "by_grade",
    "at", "known_from", "reason", "url", "instead"
FROM entries WHERE "entry" = 'notice';
COMMIT;
