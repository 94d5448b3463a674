"""Nouns: those of people, those of things, and words that single nobody out, as data."""

from __future__ import annotations

from typing import Final

__all__ = ["ANYBODY", "HOUSEHOLDS", "OF_DEATHS", "PEOPLE", "QUALIFIERS", "THINGS"]

ANYBODY: Final = frozenset(
    (
        *("people", "persons", "person", "individuals", "individual", "others", "other", "more"),
        *("of", "human", "beings", "lives", "souls", "them", "whom", "these", "those", "ones"),
        *("victims", "victim", "casualties", "the", "all", "new", "additional", "further", "own"),
        *("at", "least", "total", "dead", "latest", "toll"),
    )
)
"""Words that single nobody out."""
QUALIFIERS: Final = frozenset(("other", "more", "additional", "further", "new", "of", "such"))
THINGS: Final = frozenset(
    (
        *("vehicle", "vehicles", "car", "cars", "truck", "trucks", "bus", "buses", "train"),
        *("trains", "plane", "planes", "aircraft", "airplanes", "helicopter", "helicopters"),
        *("tank", "tanks", "ship", "ships", "boat", "boats", "motorcycles", "trailers", "drones"),
        *("bomb", "bombs", "explosion", "explosions", "explosives", "attack", "attacks", "blasts"),
        *("shot", "shots", "rounds", "bullets", "missiles", "rockets", "grenades", "mines"),
        *("weapon", "weapons", "rifles", "guns", "pistols", "machineguns", "cartridges", "arms"),
        *("house", "houses", "home", "homes", "building", "buildings", "shop", "shops", "stores"),
        *("school", "schools", "churches", "mosques", "banks", "hospitals", "offices", "bridges"),
        *("towers", "pylons", "posts", "lines", "roads", "villages", "village", "town", "towns"),
        *("city", "cities", "district", "districts", "region", "regions", "province", "provinces"),
        *("country", "countries", "areas", "farms", "laboratories", "airstrips", "camps", "camp"),
        *("animal", "animals", "cow", "cows", "cattle", "sheep", "goats", "pigs", "horses"),
        *("horse", "dog", "dogs", "cat", "cats", "chickens", "birds", "bird", "livestock", "fish"),
        *("camels", "elephants", "whales", "dolphins", "deer", "wolves", "trees", "crops"),
        *("day", "days", "month", "months", "year", "years", "hours", "weeks", "times", "time"),
        *("occasions", "case", "cases", "incident", "incidents", "clashes", "raids", "battles"),
        *("operations", "ways", "points", "jobs", "bills", "projects", "laws", "proposals"),
        *("movements", "positions", "bases", "departments", "zones"),
        *(
            "attempts",
            "efforts",
            "threats",
            "offers",
            "posts",
            "counts",
            "charges",
            "sites",
            "schemes",
        ),
        *("communique", "communiques", "statement", "information", "details", "names", "results"),
        *("data", "video", "videos", "footage", "photos", "photographs", "images", "list", "lists"),
        *("deals", "careers", "statements", "reports", "documents", "pages", "films", "albums"),
        *("books", "songs", "copies", "goals", "matches", "games", "seats", "votes", "checkpoints"),
        *("roadblocks", "barricades", "tents", "commissions", "committees", "dollars", "pesos"),
        *(
            "structures",
            "units",
            "systems",
            "facilities",
            "establishments",
            "businesses",
            "windows",
        ),
    )
)
"""Nouns of what is no person: "killed 30 cattle", "eliminated 500 jobs"."""
PEOPLE: Final = frozenset(
    (
        *("people", "persons", "person", "men", "man", "women", "woman", "children", "child"),
        *("boys", "girls", "students", "pupils", "schoolchildren", "youths", "teenagers"),
        *("minors", "protesters", "protestors", "demonstrators", "activists", "rioters"),
        *("militants", "rebels", "gunmen", "fighters", "guerrillas", "insurgents", "separatists"),
        *("terrorists", "extremists", "criminals", "bandits", "gangsters", "looters", "attackers"),
        *("soldiers", "troops", "servicemen", "policemen", "police", "officers", "guards"),
        *("officials", "civilians", "villagers", "residents", "citizens", "nationals", "workers"),
        *("journalists", "reporters", "suspects", "hostages", "prisoners", "inmates", "detainees"),
        *("tourists", "passengers", "foreigners", "migrants", "refugees", "teachers", "nurses"),
        *("doctors", "lawyers", "farmers", "peasants", "fishermen", "sailors", "pilots", "crew"),
        *("members", "leaders", "supporters", "followers", "marchers", "opponents", "dissidents"),
        *("monks", "priests", "nuns", "clerics", "bystanders", "victims", "patients", "others"),
        *("subversives", "unionists", "trafficker", "traffickers", "americans", "combatants"),
    )
)
"""Nouns of people, which some verbs need to tell their outcome."""
OF_DEATHS: Final = frozenset(
    (
        *("civilian", "civilians", "military", "police", "army", "troop", "soldier", "officer"),
        *("child", "infant", "maternal", "rebel", "militant", "enemy", "government", "human"),
        *("protester", "prisoner", "journalist", "refugee", "migrant", "guerrilla", "american"),
        *("russian", "ukrainian", "israeli", "palestinian", "kazakh", "iraqi", "afghan"),
    )
)
"""What may say of "deaths" whose they are; other adjectives say how they were."""
HOUSEHOLDS: Final = frozenset(("families", "family", "households", "household", "couples"))
"""Nouns of several people, which are counted as such."""
