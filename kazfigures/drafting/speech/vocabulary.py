"""Vocabulary: the nouns that news gives to those who speak, and the verbs that it says it with.

Text in capitals shows no names, so these lists are what tells a speaker there.
"""

from __future__ import annotations

from typing import Final

from kazfigures.observations import Word

__all__ = [
    "AGENCIES",
    "CITING",
    "DETERMINERS",
    "DOCUMENTS",
    "DOING",
    "KINDS",
    "NOUNS_TOO",
    "OF_SEVERAL",
    "PLAIN",
    "PRONOUNS",
    "QUOTING",
    "REPORTING",
    "REPORTS",
    "SAYING",
    "STATES",
    "TELLING",
    "TOLLS",
    "WEIGHING",
    "WITH_THAT",
    "WITH_TO",
    "Kind",
]


class Kind(Word):
    """What sort of speaker a noun names."""

    PERSON = "person"
    """One who speaks and is called "he" or "she"."""
    BODY = "body"
    """What speaks as one and is called "it"."""
    GROUP = "group"
    """Those who speak as several and are called "they"."""
    OUTLET = "outlet"
    """What relays the words of others."""
    DOCUMENT = "document"
    """What is read out: whoever issued it speaks."""


_PERSONS: Final = (
    *("spokesman", "spokeswoman", "spokesperson", "representative", "source", "informant"),
    *("minister", "president", "premier", "governor", "mayor", "secretary", "undersecretary"),
    *("ombudsman", "ombudswoman", "ambassador", "envoy", "diplomat", "commissioner"),
    *("director", "chief", "head", "chairman", "chairwoman", "chairperson", "leader", "deputy"),
    *("administrator", "coordinator", "manager", "adviser", "advisor", "aide", "delegate"),
    *("senator", "congressman", "congresswoman", "lawmaker", "legislator", "politician"),
    *("official", "officer", "commander", "general", "colonel", "major", "captain"),
    *("lieutenant", "sergeant", "corporal", "inspector", "superintendent", "sheriff"),
    *("policeman", "soldier", "guerrilla", "rebel", "fighter", "insurgent"),
    *("prosecutor", "attorney", "judge", "magistrate", "lawyer", "coroner", "investigator"),
    *("doctor", "nurse", "surgeon", "paramedic", "medic", "physician", "pathologist"),
    *("priest", "bishop", "archbishop", "cardinal", "pope", "cleric", "king", "queen"),
    *("activist", "protester", "demonstrator", "organizer", "organiser", "student", "worker"),
    *("witness", "eyewitness", "bystander", "resident", "villager", "survivor", "peasant"),
    *("reporter", "correspondent", "journalist", "photographer", "commentator", "editor"),
    *("analyst", "expert", "researcher", "professor", "driver", "owner", "employee"),
    *("man", "woman", "mother", "father", "brother", "sister", "wife", "husband", "son"),
    *("daughter", "relative", "neighbor", "neighbour", "friend", "individual", "author"),
)
_TITLES: Final = (
    *("mr", "mrs", "ms", "dr", "prof", "rev", "fr", "sen", "rep", "gov", "pres", "hon", "sir"),
    *("gen", "col", "lt", "maj", "capt", "cmdr", "adm", "sgt", "cpl", "brig", "insp", "supt"),
    *("monsignor", "sheikh", "imam", "ayatollah", "admiral"),
)
_GROUPS: Final = (
    *("police", "gendarmes", "rangers", "authorities", "officials", "officers", "forces"),
    *("troops", "soldiers", "commanders", "chiefs", "generals", "guards", "policemen"),
    *("sources", "circles", "informants", "spokesmen", "spokespeople", "spokespersons"),
    *("representatives", "ministers", "leaders", "governors", "mayors", "aides", "deputies"),
    *("lawmakers", "senators", "diplomats", "ambassadors", "delegates", "envoys"),
    *("prosecutors", "investigators", "lawyers", "judges", "detectives", "magistrates"),
    *("doctors", "medics", "paramedics", "nurses", "physicians", "surgeons", "hospitals"),
    *("rescuers", "firefighters", "responders", "workers", "volunteers", "crews"),
    *("witnesses", "eyewitnesses", "bystanders", "residents", "locals", "villagers"),
    *("townspeople", "neighbors", "neighbours", "survivors", "relatives", "families"),
    *("friends", "passengers", "peasants", "parents", "employees", "staff"),
    *("activists", "protesters", "protestors", "demonstrators", "students", "organizers"),
    *("organisers", "campaigners", "monitors", "observers", "analysts", "experts"),
    *("researchers", "historians", "academics", "scientists", "economists"),
    *("rebels", "guerrillas", "insurgents", "fighters", "separatists", "militants"),
    *("extremists", "terrorists", "subversives", "militias", "gunmen", "rioters"),
    *("reporters", "correspondents", "journalists", "photographers", "newsmen"),
    *("groups", "organizations", "organisations", "agencies", "ministries", "units"),
    *("governments", "parties", "unions", "priests", "jesuits", "bishops", "members"),
)
_BODIES: Final = (
    *("ministry", "government", "administration", "cabinet", "council", "committee"),
    *("commission", "department", "directorate", "bureau", "office", "service", "agency"),
    *("authority", "parliament", "congress", "senate", "presidency", "secretariat", "junta"),
    *("court", "tribunal", "prosecution", "municipality", "prefecture", "embassy"),
    *("consulate", "mission", "delegation", "kremlin", "pentagon", "assembly"),
    *("army", "navy", "military", "militia", "command", "headquarters", "garrison"),
    *("brigade", "battalion", "regiment", "division", "detachment", "unit", "guard", "corps"),
    *("hospital", "clinic", "morgue", "university", "institute", "center", "centre"),
    *("church", "archdiocese", "diocese", "archbishopric", "party", "union", "family"),
    *("organization", "organisation", "group", "movement", "front", "federation"),
    *("association", "foundation", "observatory", "monitor", "watchdog", "charity", "ngo"),
    *("society", "league", "coalition", "alliance", "cross", "crescent", "watch", "amnesty"),
    *("un", "unhcr", "unicef", "ocha", "icrc", "nato", "eu", "osce", "csto", "msf", "iom"),
    *("company", "airline", "taliban", "hamas", "hezbollah", "resistance", "opposition"),
    *("team", "panel", "inquiry", "station", "network", "nations", "fmln", "eln", "farc"),
)
_OUTLETS: Final = (
    *("radio", "television", "tv", "channel", "channels", "broadcaster", "cadena", "newscast"),
    *("newspaper", "newspapers", "daily", "dailies", "weekly", "magazine", "tabloid", "media"),
    *("press", "news", "portal", "outlet", "outlets", "televisions", "radios", "newsletter"),
    *("times", "post", "herald", "tribune", "gazette", "journal", "telegraph", "guardian"),
    *("wire", "newswire"),
)
AGENCIES: Final = frozenset(
    (
        *("reuters", "afp", "ap", "upi", "dpa", "efe", "ansa", "tass", "ria", "interfax"),
        *("xinhua", "kyodo", "anadolu", "aap", "pti", "irna", "wafa", "notimex", "telam"),
        *("acan", "itar", "novosti", "sputnik", "tanjug", "ukrinform", "belta", "yonhap"),
        *("kcna", "bernama", "antara", "bloomberg", "kazinform", "kaztag", "khabar", "nhk"),
        *("bbc", "cnn", "nbc", "cbs", "abc", "npr", "pbs", "jazeera", "arabiya", "caracol"),
        *("panamericana", "prela", "rcn", "todelar", "france24", "aljazeera"),
    )
)
"""Agencies and broadcasters known by their names alone."""

DOCUMENTS: Final = frozenset(
    (
        *("statement", "statements", "communique", "communiqué", "report", "reports"),
        *("figures", "data", "numbers", "statistics", "records", "tally", "count", "toll"),
        *("list", "lists", "estimate", "estimates", "census", "survey", "study"),
        *("bulletin", "release", "website", "update", "dispatch", "dispatches", "note"),
        *("account", "accounts", "information", "document", "documents", "tweet", "page"),
        *("version", "versions", "letter", "leaflet", "article", "announcement", "message"),
        *("conference", "briefing", "calculations", "reckoning", "investigation"),
    )
)

KINDS: Final = {
    **dict.fromkeys((*_PERSONS, *_TITLES), Kind.PERSON),
    **dict.fromkeys(_BODIES, Kind.BODY),
    **dict.fromkeys(_GROUPS, Kind.GROUP),
    **dict.fromkeys((*_OUTLETS, *AGENCIES), Kind.OUTLET),
    **dict.fromkeys(DOCUMENTS, Kind.DOCUMENT),
}
"""The sort of speaker that each noun names."""

PRONOUNS: Final = {
    "he": (Kind.PERSON,),
    "she": (Kind.PERSON,),
    "it": (Kind.BODY, Kind.OUTLET),
    "they": (Kind.GROUP, Kind.BODY),
}
"""The sorts of speaker that a pronoun may go back to, the likelier first."""

DETERMINERS: Final = frozenset(
    ("the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our")
)

SAYING: Final = frozenset(
    (
        *("said", "says", "say", "told", "tells", "announced", "announces", "stated", "states"),
        *("added", "adds", "declared", "noted", "explained", "insisted", "acknowledged"),
        *("admitted", "conceded", "disclosed", "specified", "asserted", "maintained"),
        *("tweeted", "wrote", "testified", "stressed", "emphasized", "emphasised"),
        *("commented", "recalled", "reiterated", "affirmed", "informed", "remarked"),
        *("replied", "warned"),
    )
)
"""Verbs of which most subjects are speakers."""

REPORTING: Final = frozenset(
    (
        *("reported", "reports", "confirmed", "confirms", "claimed", "claims", "indicated"),
        *("indicates", "revealed", "alleged", "believe", "believes", "verified", "denied"),
        *("denies", "estimated", "estimates", "estimate", "counted", "recorded", "registered"),
        *("documented", "listed", "tallied", "logged", "showed", "show", "shows", "found"),
        *("put", "puts", "published", "issued", "broadcast", "aired", "updated", "raised"),
        *("lowered", "revised", "corrected", "reduced", "cut", "retracted", "withdrew"),
        *("withdrawn", "deleted", "rejected", "rejects", "dismissed", "dismisses", "called"),
        *("described", "refuted", "disputed", "released", "recognized", "recognised", "learned"),
        *("claim", "report", "confirm", "deny", "announce", "gave", "gives"),
        *("insist", "allege", "admit", "warn", "fear", "feared"),
    )
)
"""Verbs that need the noun of a speaker as their subject, or "that" behind them."""

TOLLS: Final = frozenset(
    ("toll", "number", "figure", "figures", "count", "tally", "total", "estimate", "dead")
)
"""What is put at a number, raised or lowered."""

REPORTS: Final = TOLLS | frozenset(
    (
        *("report", "reports", "claim", "claims", "allegation", "allegations", "assertion"),
        *("assertions", "rumor", "rumors", "rumour", "rumours", "statement", "statements"),
        *("estimates", "information", "announcement", "post", "posts", "message", "tweet"),
        *("article", "story", "data", "version", "versions", "numbers", "tolls", "note"),
        *("communique", "list"),
    )
)
"""What may be denied, withdrawn or called false."""

TELLING: Final = frozenset(("told", "tells", "informed"))
PLAIN: Final = frozenset(("said", "says", "say", "told", "tells"))
"""Verbs that make a speaker of any subject."""
WITH_THAT: Final = frozenset(
    (
        *("alleged", "found", "indicated", "registered", "show", "states", "recognized"),
        *("recognised", "learned"),
    )
)
"""Verbs that report only with "that" behind them, or of papers and figures."""
WEIGHING: Final = frozenset(
    (
        *("put", "puts", "raised", "lowered", "revised", "corrected", "reduced", "cut", "updated"),
        *("retracted", "withdrew", "withdrawn", "deleted", "rejected", "rejects", "dismissed"),
        *("dismisses", "called", "described", "refuted", "disputed", "released"),
        *("gave", "gives"),
    )
)
DOING: Final = frozenset(
    ("raised", "cut", "called", "claimed", "described", "dismissed", "reduced")
)
"""Verbs that tell of deeds in the passive: "dismissed by the governor"."""
OF_SEVERAL: Final = frozenset(
    (
        *("claim", "report", "confirm", "deny", "announce", "say", "insist", "allege", "admit"),
        *("warn", "fear"),
    )
)
"""Forms that several speak in, and that are wishes or nouns with one."""
NOUNS_TOO: Final = frozenset(("reports", "claims", "estimates", "estimate"))
"""Verbs that are nouns too, as in "denied media reports that"."""
STATES: Final = frozenset(
    ("killed", "dead", "missing", "injured", "wounded", "detained", "arrested", "hurt", "lost")
)
"""Behind "reported" they make it no verb of a speaker: "three people reported missing"."""
WITH_TO: Final = frozenset(("admitted", "reported", "stated"))
"""Verbs that may go on "to": "admitted to 3 deaths", "reported to state radio"."""
CITING: Final = frozenset(("citing", "quoting", "cited"))
QUOTING: Final = frozenset(("quoted", "quotes", "quote"))
