"""The words in which news English names places, and those that only look like names, as data."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ADJECTIVES",
    "BEFORE_NOUNS",
    "COMMON",
    "COMMON_ENDINGS",
    "COMPASS",
    "DIRECTIONS",
    "HEADS",
    "JOINED",
    "KINDS",
    "MORE_PLACES",
    "NAMELESS",
    "NO_NAMES",
    "NO_PLACES",
    "PIECES",
    "SHORTENED",
    "TRAILING",
]

COMPASS: Final = frozenset(
    ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
)
DIRECTIONS: Final = COMPASS | frozenset(
    (
        *("northern", "southern", "eastern", "western", "northeastern", "northwestern"),
        *("southeastern", "southwestern", "central", "upper", "lower", "downtown", "mid"),
        *("rural", "far", "remote", "coastal", "nearby", "neighboring", "neighbouring"),
    )
)
KINDS: Final = frozenset(
    (
        *("city", "cities", "town", "towns", "village", "villages", "hamlet", "settlement"),
        *("municipality", "district", "districts", "province", "provinces", "region", "regions"),
        *("state", "states", "department", "departments", "county", "counties", "governorate"),
        *("oblast", "republic", "prefecture", "canton", "commune", "suburb", "suburbs"),
        *("neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods", "quarter", "area"),
        *("borough", "parish", "jurisdiction", "sector", "zone", "valley", "island", "islands"),
        *("peninsula", "port", "capital", "community", "camp", "colony", "township", "enclave"),
        *("territory", "division", "subdistrict", "upazila", "tehsil", "strip", "highlands"),
    )
)
"""Kinds of places: "the city of Almaty", "Almaty region"."""
PIECES: Final = frozenset(
    (
        *("streets", "outskirts", "centre", "center", "heart", "north", "south", "east", "west"),
        *(
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "part",
            "parts",
            "areas",
            "middle",
            "end",
        ),
        *("edge", "side", "slums", "hills", "mountains", "coast", "vicinity", "surroundings"),
    )
)
"""Pieces of places: "in the streets of Almaty"."""
_SPOTS: Final = frozenset(
    (
        *("airport", "square", "street", "avenue", "road", "highway", "bridge", "station"),
        *(
            "market",
            "park",
            "university",
            "hill",
            "hills",
            "river",
            "lake",
            "mountain",
            "range",
            "farm",
        ),
        *("ranch", "prison", "stadium", "mosque", "church", "hotel", "barracks", "canton"),
        *("refinery", "mine", "mines", "field", "beach", "bay", "creek", "stream", "canyon"),
        *("pass", "gate", "border", "junction", "crossing", "checkpoint", "base"),
    )
)
TRAILING: Final = (KINDS | _SPOTS) - frozenset(("capital", "port", "community", "colony", "camp"))
"""Nouns behind the name of a place: "Almaty region", "at Almaty airport"."""
JOINED: Final = frozenset(
    (
        *("de", "del", "la", "las", "los", "el", "al", "da", "do", "dos", "das", "du", "des"),
        *("le", "les", "au", "aux", "en", "sur", "sous", "y", "e", "i", "ul", "us", "ad", "ar"),
        *("am", "an", "der", "den", "es", "of", "and", "the", "-", "upon"),
    )
)
"""Small words inside a name."""
HEADS: Final = KINDS | PIECES
"""What may stand before "of" and a name."""
NAMELESS: Final = frozenset(
    (
        *("country", "nation", "countryside", "continent", "world", "capital", "cities", "towns"),
        *("villages", "provinces", "regions", "districts", "departments", "parts", "areas"),
        *("places", "localities", "neighborhoods", "neighbourhoods", "countries"),
    )
)
"""Places without a name: what is told of them is told of no other place of the sentence."""
SHORTENED: Final = frozenset(("st", "ste", "mt", "ft"))
"""First words of names that are written with a full stop."""
ADJECTIVES: Final = (
    *("an", "ese", "ish", "ch", "kh", "ek", "jik", "yz", "ic", "ai", "bi", "di", "eli", "mali"),
    *("mi", "ni", "qi", "si", "ti", "wi", "rai"),
)
"""So end the adjectives of countries: "the Afghan city of", "the Israeli port of"."""
BEFORE_NOUNS: Final = frozenset(
    (
        *("dressed", "clad", "wrapped", "covered", "engaged", "involved", "interested", "resulted"),
        *("resulting", "results", "participated", "participating", "succeeded", "specialized"),
    )
)
"""Behind these "in" tells no place."""
MORE_PLACES: Final = frozenset(
    (
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "other"),
        *("others", "several", "some", "elsewhere", "surrounding", "nearby", "neighboring"),
        *("neighbouring", "parts", "its"),
    )
)
"""Behind "and" they tell that it was not there alone."""
NO_NAMES: Final = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "monday", "tuesday", "wednesday", "thursday"),
        *("friday", "saturday", "sunday", "english", "russian", "spanish", "french", "arabic"),
        *("german", "chinese", "kazakh", "ramadan", "christmas", "easter", "eid", "congress"),
        *("parliament", "senate", "twitter", "facebook", "telegram", "whatsapp", "youtube"),
        *("instagram", "tiktok", "internet", "islam", "god", "operation", "reuters", "afp", "tass"),
        *("xinhua", "interfax", "cnn", "bbc", "jan", "feb", "mar", "apr", "jun", "jul", "aug"),
        *("sep", "sept", "oct", "nov", "dec", "covid", "mr", "mrs", "ms", "dr", "gen", "col"),
        *(
            "least",
            "most",
            "best",
            "president",
            "prime",
            "general",
            "colonel",
            "captain",
            "major",
            "lieutenant",
            "msgr",
        ),
    )
)
"""Names behind "in" that are no places; a name that begins so is none."""
NO_PLACES: Final = frozenset(
    (
        *("hospital", "hospitals", "clinic", "morgue", "ministry", "court", "council", "party"),
        *("committee", "group", "army", "forces", "force", "front", "police", "agency", "radio"),
        *("television", "tv", "news", "newspaper", "times", "post", "statement", "association"),
        *("union", "organization", "organisation", "commission", "cup", "league", "war", "act"),
        *("government", "house", "assembly", "guard", "battalion", "brigade", "command", "center"),
        *("fund", "company", "corporation", "foundation", "conference", "summit", "day", "eve"),
    )
)
"""A name that ends so is none of a place where people die, or of no place at all."""
COMMON: Final = frozenset(
    (
        *("addition", "order", "view", "charge", "favor", "favour", "recent", "general", "peace"),
        *("response", "reception", "less", "search", "effect", "progress", "fact", "accordance"),
        *("combat", "connection", "keeping", "chief", "exchange", "conclusion", "mind", "reprisal"),
        *("reprisals", "light", "uniform", "uniforms", "war", "statements", "home", "prison"),
        *("public", "times", "dawn", "dusk", "drug", "drugs", "defense", "defence", "power"),
        *("night", "sum", "clashes", "clash", "particular", "future", "spite", "disarray", "arms"),
        *("reality", "practice", "place", "places", "military", "urban", "custody", "stake"),
        *("government", "violence", "repression", "heavy", "aid", "danger", "cases", "case"),
        *("jail", "armed", "contact", "article", "hand", "hands", "conflict", "force", "forces"),
        *("detail", "details", "court", "large", "activities", "civilian", "civilians", "time"),
        *("foreign", "full", "regard", "ease", "losses", "property", "murders", "houses"),
        *("office", "offices", "interest", "democracy", "criminal", "compliance", "protest"),
        *("protests", "line", "broad", "daylight", "human", "buildings", "building", "face"),
        *("churches", "churches", "cold", "blood", "terms", "risk", "ambush", "ambushes", "plan"),
        *("cocaine", "bus", "buses", "documents", "automobiles", "casualties", "remarks", "battle"),
        *("battles", "check", "history", "open", "economic", "collusion", "motion", "local"),
        *("serious", "critical", "grave", "stable", "good", "poor", "relations", "support"),
        *("damage", "turn", "freedom", "attack", "attacks", "dialogue", "vain", "violation"),
        *("death", "deaths", "schools", "school", "terrorist", "terrorists", "troops", "contrast"),
        *("touch", "part", "parts", "condition", "conditions", "shantytowns", "looting", "earnest"),
        *("solidarity", "heroism", "hostilities", "exile", "hiding", "hospital", "hospitals"),
        *("accident", "accidents", "action", "actions", "fighting", "shootout", "gunfire", "fire"),
        *("crossfire", "explosion", "explosions", "raid", "raids", "riot", "riots", "unrest"),
        *("demonstrations", "skirmishes", "operations", "operation", "incident", "incidents"),
        *("self", "revenge", "retaliation", "return", "reply", "secret", "silence", "tears"),
        *("fear", "hope", "hopes", "anger", "pain", "pursuit", "flight", "transit", "question"),
        *("possession", "position", "positions", "mourning", "memory", "honor", "honour", "name"),
        *("charge", "command", "cooperation", "coordination", "alliance", "agreement", "league"),
        *("writing", "person", "principle", "theory", "truth", "total", "all", "half", "cash"),
        *("gold", "dollars", "pesos", "value", "size", "number", "numbers", "age", "length"),
        *("life", "love", "society", "politics", "education", "agriculture", "trade", "business"),
        *("industry", "sports", "music", "art", "science", "medicine", "law", "justice"),
        *("session", "talks", "negotiations", "meetings", "interviews", "elections", "voting"),
        *("office", "residence", "residences", "homes", "farms", "fields", "towns", "villages"),
        *("cities", "neighborhoods", "streets", "roads", "mountains", "jungles", "jungle"),
        *("vehicles", "trucks", "cars", "planes", "helicopters", "boats", "trenches", "tents"),
        *("police", "army", "guerrilla", "guerrillas", "rebel", "rebels", "peasants", "workers"),
        *("students", "soldiers", "officers", "officials", "people", "men", "women", "children"),
        *("members", "leaders", "sources", "gunmen", "someone", "gunshot", "gunpoint", "sight"),
        *("noon", "midnight", "sunrise", "sunset", "sea", "bay", "short", "long", "large", "high"),
        *("low", "deep", "new", "old", "great", "different", "various", "several", "certain"),
        *("early", "late", "close", "common", "complete", "total", "absolute", "strict", "direct"),
        *("other", "others", "many", "most", "more", "some", "few", "no", "one", "two", "three"),
        *(
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "hundreds",
            "thousands",
            "dozens",
        ),
        *("international", "national", "political", "social", "religious", "drug", "mass", "joint"),
        *("separate", "similar", "simultaneous", "isolated", "indiscriminate", "bombings"),
        *("preventive", "sealed", "plastic", "peasant", "student", "latin", "work", "school"),
        *(
            "stone",
            "cross",
            "god",
            "mid",
            "road",
            "telephone",
            "network",
            "state",
            "zone",
            "zones",
            "city",
        ),
        *("gas", "residential", "border", "small", "big", "security", "metropolitan"),
        *("exclusive", "specific", "immediate", "main", "important", "press", "radio"),
        *("mountainous", "populous", "luxury", "elegant", "special", "domestic", "medical"),
        *("official", "private", "previous", "next", "present", "true", "very", "quite"),
        *("entire", "whole", "same", "own", "former", "current", "second", "third", "fourth"),
        *("fifth", "sixth", "seventh", "largest", "blast", "blasts", "bombing", "shooting"),
        *("struggle", "struggles", "warfare", "siege", "massacre", "murder", "crash"),
        *("collision", "stampede", "flood", "floods", "quake", "earthquake", "storm", "heat"),
        *("fog", "snow", "smoke", "flames", "rubble", "wreckage", "debris", "chaos", "panic"),
        *("shock", "emergency", "alert", "crisis", "disputes", "dispute", "rebellion", "revolt"),
        *("uprising", "coup", "offensive", "advance", "decade", "decades", "century"),
        *("centuries", "year", "years", "month", "months", "week", "weeks", "days", "hours"),
        *("minutes", "morning", "evening", "afternoon", "today", "midday", "daybreak", "sundown"),
        *("nightfall", "winter", "summer", "spring", "autumn", "country", "countries", "nation"),
        *("world", "capitals", "homeland", "countryside", "vehicle", "car", "truck", "plane"),
        *("aircraft", "helicopter", "ship", "boat", "train", "house", "apartment", "room"),
        *("kitchen", "garage", "basement", "lobby", "corridor", "clinic", "morgue", "embassy"),
        *("embassies", "consulates", "laboratories", "terminals", "church", "mosque", "market"),
        *("hotel", "hotels", "restaurant", "bar", "shop", "shops", "stores", "factory"),
        *("factories", "airport", "jails", "prisons", "camps", "garrison", "barracks"),
        *("highways", "highway", "route", "lines", "tunnels", "bases", "front", "back", "middle"),
        *("top", "bottom", "corner", "depth", "along", "abroad", "control", "demand", "nature"),
        *("spirit", "sacrifice", "essence", "existence", "opinion", "evidence", "reference"),
        *("summary", "synthesis", "debates", "debate", "words", "word", "deed", "quotes"),
        *("parentheses", "articles", "chapter", "ways", "way", "laws", "purges", "propaganda"),
        *("ideology", "poverty", "jeopardy", "complicity", "intensity", "opposition", "minister"),
        *("sir", "attorney", "anyone", "president", "narcotics", "revenue", "sales", "expenses"),
        *("prices", "wages", "injuries", "lives", "channel", "service", "institute"),
        *("enterprise", "flag", "bodies", "body", "head", "chest", "neck", "leg", "legs", "arm"),
        *("stomach", "abdomen", "shoulder", "km", "kilometers", "kilometres", "miles", "meters"),
        *("metres", "height", "speed", "known", "huge", "bad", "hot", "green", "white", "red"),
        *("black", "dead", "storage"),
    )
)
"""Nouns and adjectives that stand behind "in" or "at" without an article."""
COMMON_ENDINGS: Final = (
    *("tion", "tions", "ment", "ments", "ness", "ance", "ism", "ship", "ings", "ists", "sion"),
    *(
        "sions",
        "ously",
        "ful",
        "ers",
        "ing",
        "ive",
        "ous",
        "ary",
        "ible",
        "able",
        "ical",
        "ology",
        "izes",
        "ifies",
    ),
)
