"""OUTCOMES: what newsrooms count most, and the English words that tell it."""

from __future__ import annotations

from typing import Final

from kazfigures.drafting.lexicon.outcomes import CASUALTIES, Outcome
from kazfigures.observations import Tally

__all__ = ["OUTCOMES"]

OUTCOMES: Final = (
    Outcome(
        "killed",
        verbs=(
            "kill kills killing killed",
            "murder murders murdering murdered",
            "assassinate assassinates assassinating assassinated",
            "massacre massacres massacring massacred",
            "slaughter slaughters slaughtering slaughtered",
            "execute executes executing executed",
            "slay slays slaying slew slain",
            "lynch lynches lynching lynched",
            "hang hangs hanging hanged",
            "liquidate liquidates liquidating liquidated",
            "eliminate eliminates eliminating eliminated",
            "neutralize neutralizes neutralizing neutralized",
            "neutralise neutralises neutralising neutralised",
            "gun_down guns_down gunning_down gunned_down",
            *(
                f"{base}_the_lives_of {base}s_the_lives_of {ing}_the_lives_of {past}_the_lives_of"
                for base, ing, past in (
                    ("claim", "claiming", "claimed"),
                    ("take", "taking", "took"),
                    ("cost", "costing", "cost"),
                )
            ),
            "shoot_dead shoots_dead shooting_dead shot_dead",
            *(
                f"{base}_to_death {base}s_to_death {ing}_to_death {past}_to_death {past}_to_death"
                for base, ing, past in (
                    ("shoot", "shooting", "shot"),
                    ("stab", "stabbing", "stabbed"),
                    ("burn", "burning", "burned"),
                    ("burn", "burning", "burnt"),
                    ("hack", "hacking", "hacked"),
                    ("club", "clubbing", "clubbed"),
                    ("trample", "trampling", "trampled"),
                    ("torture", "torturing", "tortured"),
                    ("stone", "stoning", "stoned"),
                    ("beat", "beating", "beaten"),
                )
            ),
            "crush_to_death crushes_to_death crushing_to_death crushed_to_death",
        ),
        fates=(
            "die dies dying died",
            "perish perishes perishing perished",
            "drown drowns drowning drowned",
            *(
                f"lose_{whose}_lives loses_{whose}_lives losing_{whose}_lives lost_{whose}_lives"
                for whose in ("their", "its", "our")
            ),
            "lose_his_life loses_his_life losing_his_life lost_his_life",
            "lose_her_life loses_her_life losing_her_life lost_her_life",
        ),
        states=("dead", "lifeless"),
        nouns=(
            *("death", "deaths", "fatality", "fatalities", "killing", "killings", "murder"),
            *("murders", "assassination", "assassinations", "slaying", "slayings", "execution"),
            *("executions",),
        ),
        events=(
            "massacre",
            "slaughter",
            "slaughtering",
            "liquidation",
            "elimination",
            "burial",
            "funeral",
            "killer",
            "killers",
            "murderers",
            "assassins",
        ),
        tolls=("death toll", "deathtoll", "toll", "death count", "body count"),
        losses=("lives",),
        remains=("body", "bodies", "corpse", "corpses", "dead bodies", "remains", "cadavers"),
    ),
    Outcome(
        "injured",
        verbs=(
            "injure injures injuring injured",
            "wound wounds wounding wounded",
            "hurt hurts hurting hurt",
            "maim maims maiming maimed",
            *(
                f"treat_for_{what} treats_for_{what} treating_for_{what} treated_for_{what}"
                for what in (
                    *("injuries", "wounds", "burns", "minor_injuries", "serious_injuries"),
                    *("gunshot_wounds", "bullet_wounds"),
                )
            ),
        ),
        fates=(
            *(
                f"{base}{what} {base}s{what} {ing}{what} {past}{what}"
                for base, ing, past in (
                    ("suffer", "suffering", "suffered"),
                    ("sustain", "sustaining", "sustained"),
                )
                for what in (
                    *("_injuries", "_wounds", "_burns", "_minor_injuries", "_serious_injuries"),
                    *("_gunshot_wounds", "_bullet_wounds", "_slight_injuries", "_severe_burns"),
                )
            ),
        ),
        nouns=("injury", "injuries"),
        tolls=("injury toll",),
    ),
    Outcome(CASUALTIES, nouns=("casualty", "casualties")),
    Outcome(
        "decapitated",
        verbs=(
            "decapitate decapitates decapitating decapitated",
            "behead beheads beheading beheaded",
        ),
        states=("headless", "without heads", "without their heads"),
        nouns=("beheading", "beheadings", "decapitation", "decapitations"),
    ),
    Outcome(
        "detained",
        verbs=(
            "detain detains detaining detained",
            "arrest arrests arresting arrested",
            "jail jails jailing jailed",
            "imprison imprisons imprisoning imprisoned",
            "apprehend apprehends apprehending apprehended",
            "lock_up locks_up locking_up locked_up",
            "round_up rounds_up rounding_up rounded_up",
            *(
                f"{base}_{where} {base}s_{where} {ing}_{where} {past}_{where} {done}_{where}"
                for base, ing, past, done, where in (
                    ("take", "taking", "took", "taken", "into_custody"),
                    ("hold", "holding", "held", "held", "in_custody"),
                    ("hold", "holding", "held", "held", "for_questioning"),
                )
            ),
            "take_prisoner takes_prisoner taking_prisoner took_prisoner taken_prisoner",
        ),
        verbs_of_people=(
            "hold holds holding held",
            "capture captures capturing captured",
            "pick_up picks_up picking_up picked_up",
        ),
        states=("in custody", "in detention", "under arrest", "behind bars", "prisoner"),
        nouns=("arrest", "arrests", "detention", "detentions"),
    ),
    Outcome(
        "kidnapped",
        verbs=(
            "kidnap kidnaps kidnapping kidnapped",
            "kidnap kidnaps kidnaping kidnaped",
            "abduct abducts abducting abducted",
            "take_hostage takes_hostage taking_hostage took_hostage taken_hostage",
            "hold_hostage holds_hostage holding_hostage held_hostage",
        ),
        verbs_of_people=("seize seizes seizing seized",),
        states=("hostage", "captive"),
        nouns=("abduction", "abductions", "kidnappings"),
        events=("kidnapping", "kidnaping"),
    ),
    Outcome(
        "missing",
        fates=(
            "disappear disappears disappearing disappeared",
            "vanish vanishes vanishing vanished",
        ),
        states=("missing", "unaccounted for"),
        nouns=("disappearance", "disappearances"),
        tally=Tally.STOCK,
    ),
    Outcome(
        "displaced",
        verbs=(
            "displace displaces displacing displaced",
            "uproot uproots uprooting uprooted",
        ),
        fates=(
            *(
                f"flee_{what} flees_{what} fleeing_{what} fled_{what}"
                for what in (
                    *("their_homes", "the_country", "the_town", "the_city", "the_village"),
                    *("the_area", "the_region", "the_fighting", "the_violence", "the_war"),
                )
            ),
            "lose_their_homes loses_their_homes losing_their_homes lost_their_homes",
        ),
        states=(
            *("homeless", "without homes", "without a home", "forced to flee", "forced to leave"),
            *("driven from their homes", "forced from their homes", "from their homes"),
        ),
        events=("displacement",),
    ),
    Outcome(
        "evacuated",
        verbs=("evacuate evacuates evacuating evacuated", "airlift airlifts airlifting airlifted"),
        events=("evacuation",),
        counts_things=True,
    ),
    Outcome(
        "rescued",
        verbs=(
            "rescue rescues rescuing rescued",
            "save saves saving saved",
            "pull_alive pulls_alive pulling_alive pulled_alive",
            "pluck plucks plucking plucked",
        ),
        events=("rescue",),
    ),
    Outcome(
        "released",
        verbs=(
            "release releases releasing released",
            "free frees freeing freed",
            "set_free sets_free setting_free set_free",
        ),
        events=("release",),
    ),
    Outcome(
        "hospitalised",
        verbs=(
            "hospitalise hospitalises hospitalising hospitalised",
            "hospitalize hospitalizes hospitalizing hospitalized",
            *(
                f"{base}_{where} {base}s_{where} {ing}_{where} {past}_{where} {done}_{where}"
                for base, ing, past, done in (
                    ("take", "taking", "took", "taken"),
                    ("admit", "admitting", "admitted", "admitted"),
                    ("rush", "rushing", "rushed", "rushed"),
                    ("treat", "treating", "treated", "treated"),
                    ("fly", "flying", "flew", "flown"),
                )
                for where in ("to_hospital", "to_hospitals", "in_hospital", "in_hospitals")
            ),
        ),
        verbs_of_people=("admit admits admitting admitted",),
        states=("in hospital", "in hospitals", "in intensive care"),
    ),
    Outcome(
        "set up",
        verbs=(
            "set_up sets_up setting_up set_up",
            "put_up puts_up putting_up put_up",
            "erect erects erecting erected",
            "establish establishes establishing established",
        ),
        states=("in place",),
        counts_people=False,
        counts_things=True,
        tally=Tally.STOCK,
    ),
    Outcome(
        "deployed",
        verbs=("deploy deploys deploying deployed",),
        events=("deployment",),
        counts_things=True,
    ),
    Outcome(
        "destroyed",
        verbs=(
            "destroy destroys destroying destroyed",
            "demolish demolishes demolishing demolished",
            "burn_down burns_down burning_down burned_down",
            "burn_down burns_down burning_down burnt_down",
            "gut guts gutting gutted",
            "raze razes razing razed",
            "blow_up blows_up blowing_up blew_up blown_up",
            "torch torches torching torched",
            "flatten flattens flattening flattened",
        ),
        events=("destruction",),
        counts_people=False,
        counts_things=True,
    ),
    Outcome(
        "damaged",
        verbs=("damage damages damaging damaged",),
        counts_people=False,
        counts_things=True,
    ),
)
"""What newsrooms count most, each under one name."""
