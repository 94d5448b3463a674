# Kazakh. A noun after a number stays singular; $last is the last word of the number, which the
# endings follow.

at-least = кемінде { $n }
more-than = { $n }-{ from } астам
at-most = ең көбі { $n }
fewer-than = { $n }-{ from } аз
about = шамамен { $n }
nearly = { $n }-{ to } жуық
between = { $low }–{ $high }
at-least-about = кемінде шамамен { $n }
at-most-about = ең көбі шамамен { $n }
nobody = 0
none = ешкім
vague = бірнеше ондаған жүздеген мыңдаған
from =
    { $last ->
        [3] тен
        [4] тен
        [5] тен
        [6] дан
        [9] дан
        [10] нан
        [20] дан
        [30] дан
        [40] тан
        [60] тан
        [70] тен
        [80] нен
        [90] нан
        [1000] нан
        [1000000] нан
        [1000000000] тан
       *[other] ден
    }
to =
    { $last ->
        [3] ке
        [4] ке
        [5] ке
        [6] ға
        [9] ға
        [10] ға
        [20] ға
        [30] ға
        [40] қа
        [60] қа
        [70] ке
        [90] ға
        [1000] ға
        [1000000] ға
        [1000000000] қа
       *[other] ге
    }

who-people = адам
who-security-forces = күштік құрылым қызметкері
who-security-forces_police = полиция қызметкері
who-security-forces_army = әскери қызметші
who-attackers = шабуылдаушы
who-protesters = наразылық білдіруші
who-minors = кәмелетке толмаған адам
who-people-in-custody = қамаудағы адам
who-checkpoints = бақылау бекеті
who-other = адам («{ $population }»)
unit-other = бірлік («{ $unit }»)
unit-of = { $who } («{ $population }»)

did-killed = қаза тапты
did-injured = жараланды
did-killed-or-injured = қаза тапты немесе жараланды
did-detained = ұсталды
did-decapitated = басы кесілді
did-tortured = азапталды
did-set-up = орнатылды
did-in-custody = қамауда отыр
did-hospitalised =
    { $tally ->
        [stock] ауруханада жатыр
       *[other] ауруханаға жатқызылды
    }
did-other = («{ $outcome }»)

where = { $place }
where-kazakhstan = Қазақстан
where-kazakhstan_almaty = Алматы
where-kazakhstan_almaty-region = Алматы облысы
where-kazakhstan_kyzylorda-region = Қызылорда облысы
where-kazakhstan_zhambyl-region = Жамбыл облысы
which = («{ $definition }»)
as-of = { $date }
year = { $year } жыл
window = { $since } – { $until }
until = кезең соңы – { $until }

claim = { $where }, { $when }: { $figure } { $who } { $did } { $which }
attributed = { $claim } деп хабарлады { $sources }.
attributed-relayed = { $claim } деп хабарлады { $sources } ({ $relay } арқылы).
attributed-against = { $claim } деп хабарлады { $sources }; ал { $others }.
attributed-relayed-against = { $claim } деп хабарлады { $sources } ({ $relay } арқылы); ал { $others }.
camp = { $figure } деп хабарлады { $sources }
camp-dated = { $figure } ({ $when }) деп хабарлады { $sources }
disputed = { $where }, { $when }: қанша { $who } { $did } { $which } – деректер әртүрлі: { $camps }.
told = { $where }, { $when }: қанша { $who } { $did } { $which } – деректер бөлек айтылған: { $camps }.
unreported = { $where }: қанша { $who } { $did } { $which } – хабарланбады.
withdrawn = { $where }: қанша { $who } { $did } { $which } – белгісіз, бұрынғы дерек қайтарып алынды.
set-aside = { $where }: қанша { $who } { $did } { $which } – белгісіз, барлық дерек шетке қойылды.
unsaid = { $where }, { $when }: қанша { $who } { $did } { $which } – ереже сан бермейді.
more-sources = тағы { $number }
more-camps = тағы { $n } дерек
