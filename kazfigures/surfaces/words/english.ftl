# English, for sentences that a desk prints.
# $n is the number that the noun goes with; $tally is cumulative, increment or stock; $whom is the
# population or the unit, as the ledger has it.

## Figures: each must read back as what it says

at-least = at least { $n }
more-than = more than { $n }
at-most = at most { $n }
fewer-than = fewer than { $n }
about = about { $n }
nearly = nearly { $n }
just-over = just over { $n }
between = between { $low } and { $high }
at-least-about = at least about { $n }
at-most-about = up to about { $n }
nobody = no
none = none
digit =
    { $n ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
       *[9] nine
    }
vague = several dozens scores hundreds thousands
takes-of = dozens scores hundreds thousands tens millions handful
of = of
# A name that ends in one of these takes "the", before "of" and the like; not "President Tokayev".
takes-the =
    ministry office prosecutor president department committee commission council government
    ombudswoman ombudsman statement agency authority service embassy mission coalition centre
    center union bureau foundation federation association administration headquarters general
    minister governor mayor commandant party court
# Whose office it is: "the President's Office" and "the Women's Council", but "Kazakhstan's".
takes-the-of =
    president prosecutor governor mayor commandant general minister ombudsman ombudswoman children
    women men people
ends-a-name = of in for on at to and against
the = the { $name }

## Who is counted

who-people =
    { $n ->
        [0] one
        [one] person
       *[other] people
    }
who-security-forces =
    { $n ->
        [one] member
       *[other] members
    } of the security forces
who-security-forces_police =
    { $n ->
        [one] police officer
       *[other] police officers
    }
who-security-forces_army =
    { $n ->
        [one] soldier
       *[other] soldiers
    }
who-attackers =
    { $n ->
        [one] attacker
       *[other] attackers
    }
who-protesters =
    { $n ->
        [one] protester
       *[other] protesters
    }
who-minors =
    { $n ->
        [one] minor
       *[other] minors
    }
who-people-in-custody =
    { $n ->
        [one] person
       *[other] people
    } in custody
who-checkpoints =
    { $n ->
        [one] checkpoint
       *[other] checkpoints
    }
who-other =
    { $n ->
        [one] person ({ $population })
       *[other] { $population }
    }
unit-other =
    { $n ->
        [one] unit ({ $unit })
       *[other] { $unit }
    }
unit-of = { $who } ({ $population })

## What happened to them

did-killed = { did } killed
did-injured = { did } injured
did-killed-or-injured = { did } killed or injured
did-detained = { did } detained
did-decapitated = { did } decapitated
did-tortured = { did } tortured
did-set-up =
    { $tally ->
        [increment] { was }
       *[other] had been
    } set up
did-in-custody = { was } in custody
did-hospitalised =
    { $tally ->
        [stock] { was } in hospital
       *[other] { did } taken to hospital
    }
did-missing = { was } missing
did-other = { was } counted as “{ $outcome }”
did =
    { $tally ->
        [cumulative] had been
       *[other] { was }
    }
was =
    { $n ->
        [0]
            { $whom ->
                [people] was
               *[other] were
            }
        [one] was
       *[other] were
    }

## Where, which and when

where = in { $place }
which = ({ $definition })
as-of = as of { $date }
window = from { $from } to { $until }
until = up to { $until }

## The sentence: where there is no figure, nothing that reads as one ("no figure" reads as 0)

claim = { $figure } { $of } { $who } { $did } { $where } { $which } { $when }
attributed = { $claim }, according to { $sources }.
attributed-relayed = { $claim }, according to { $sources }, as reported by { $relay }.
attributed-against = { $claim }, according to { $sources }; but { $others }.
attributed-relayed-against = { $claim }, according to { $sources }, as reported by { $relay }; but { $others }.
camp = { $figure }, according to { $sources }
camp-dated = { $figure } { $when }, according to { $sources }
disputed = Reports differ on how many { $who } { $did } { $where } { $which } { $when }: { $camps }.
told = Reports put in different ways how many { $who } { $did } { $where } { $which } { $when }: { $camps }.
unreported = How many { $who } { $did } { $where } { $which } has not been reported.
withdrawn = It is not known how many { $who } { $did } { $where } { $which }: what was reported has been taken back.
set-aside = It is not known how many { $who } { $did } { $where } { $which }: every report has been set aside.
unsaid = It is not settled how many { $who } { $did } { $where } { $which } { $when }: the rule does not say.
more-sources =
    { $n ->
        [one] { $number } other
       *[other] { $number } others
    }
more-camps =
    { $n ->
        [one] and { $n } other figure
       *[other] and { $n } other figures
    }
