# Russian. $case is nominative after a bare number and after "почти", genitive after "не менее" and
# the like; $form is one (21 человек погиб), neuter (сколько погибло, не менее 21 человека погибло)
# or other.

at-least = не менее { $n }
more-than = более { $n }
at-most = не более { $n }
fewer-than = менее { $n }
about = около { $n }
nearly = почти { $n }
just-over = чуть более { $n }
between = от { $low } до { $high }
at-least-about = как минимум около { $n }
at-most-about = максимум около { $n }
nobody = ни один
none = ни одного
vague = несколько десятки сотни тысячи

who-people =
    { $case ->
        [genitive]
            { $n ->
                [one] человека
               *[other] человек
            }
       *[nominative]
            { $n ->
                [one] человек
                [few] человека
               *[other] человек
            }
    }
who-security-forces = { officer } силовых структур
who-security-forces_police = { officer } полиции
officer =
    { $case ->
        [genitive]
            { $n ->
                [one] сотрудника
               *[other] сотрудников
            }
       *[nominative]
            { $n ->
                [one] сотрудник
                [few] сотрудника
               *[other] сотрудников
            }
    }
who-security-forces_army =
    { $case ->
        [genitive]
            { $n ->
                [one] военнослужащего
               *[other] военнослужащих
            }
       *[nominative]
            { $n ->
                [one] военнослужащий
               *[other] военнослужащих
            }
    }
who-attackers =
    { $case ->
        [genitive]
            { $n ->
                [one] нападавшего
               *[other] нападавших
            }
       *[nominative]
            { $n ->
                [one] нападавший
               *[other] нападавших
            }
    }
who-protesters =
    { $case ->
        [genitive]
            { $n ->
                [one] участника протестов
               *[other] участников протестов
            }
       *[nominative]
            { $n ->
                [one] участник протестов
                [few] участника протестов
               *[other] участников протестов
            }
    }
who-minors =
    { $case ->
        [genitive]
            { $n ->
                [one] несовершеннолетнего
               *[other] несовершеннолетних
            }
       *[nominative]
            { $n ->
                [one] несовершеннолетний
               *[other] несовершеннолетних
            }
    }
who-people-in-custody = { who-people } под стражей
who-checkpoints =
    { $case ->
        [genitive]
            { $n ->
                [one] блокпоста
               *[other] блокпостов
            }
       *[nominative]
            { $n ->
                [one] блокпост
                [few] блокпоста
               *[other] блокпостов
            }
    }
who-other = { who-people } («{ $population }»)
unit-other =
    { $case ->
        [genitive]
            { $n ->
                [one] единицы
               *[other] единиц
            }
       *[nominative]
            { $n ->
                [one] единица
                [few] единицы
               *[other] единиц
            }
    } («{ $unit }»)
unit-of = { $who } («{ $population }»)

did-killed =
    { $form ->
        [one] погиб
        [neuter] погибло
       *[other] погибли
    }
did-injured =
    { $form ->
        [one] ранен
        [neuter] ранено
       *[other] ранены
    }
did-killed-or-injured =
    { $form ->
        [one] погиб или ранен
        [neuter] погибло или ранено
       *[other] погибли или ранены
    }
did-detained =
    { $form ->
        [one] задержан
        [neuter] задержано
       *[other] задержаны
    }
did-decapitated =
    { $form ->
        [one] обезглавлен
        [neuter] обезглавлено
       *[other] обезглавлены
    }
did-tortured =
    { $form ->
        [one] подвергся пыткам
        [neuter] подверглось пыткам
       *[other] подверглись пыткам
    }
did-set-up =
    { $form ->
        [one] установлен
        [neuter] установлено
       *[other] установлены
    }
did-in-custody =
    { $form ->
        [one] находился
        [neuter] находилось
       *[other] находились
    } под стражей
did-hospitalised =
    { $tally ->
        [stock]
            { $form ->
                [one] находился
                [neuter] находилось
               *[other] находились
            } в больнице
       *[other]
            { $form ->
                [one] госпитализирован
                [neuter] госпитализировано
               *[other] госпитализированы
            }
    }
did-other = («{ $outcome }»)

did-not = не { $did }

where = ({ $place })
where-kazakhstan = в Казахстане
where-kazakhstan_almaty = в Алматы
where-kazakhstan_almaty-region = в Алматинской области
where-kazakhstan_kyzylorda-region = в Кызылординской области
where-kazakhstan_zhambyl-region = в Жамбылской области
which = («{ $definition }»)
as-of = по состоянию на { $date }
year = { $year } год
window = за период { $from } – { $until }
until = за период по { $until }

claim = { $figure } { $who } { $did } { $where } { $which } { $when }
says =
    { $many ->
        [yes] сообщают
       *[no] сообщает
    }
attributed = { $claim }, { says } { $sources }.
attributed-relayed = { $claim }, { says } { $sources }, передаёт { $relay }.
attributed-against = { $claim }, { says } { $sources }; но { $others }.
attributed-relayed-against = { $claim }, { says } { $sources }, передаёт { $relay }; но { $others }.
camp = { $figure }, { says } { $sources }
camp-dated = { $figure } ({ $when }), { says } { $sources }
disputed = Данные о том, сколько { $who } { $did } { $where } { $which } { $when }, расходятся: { $camps }.
told = О том, сколько { $who } { $did } { $where } { $which } { $when }, сообщают по-разному: { $camps }.
unreported = Сколько { $who } { $did } { $where } { $which }, не сообщалось.
withdrawn = Сколько { $who } { $did } { $where } { $which }, неизвестно: названное ранее отозвано.
set-aside = Сколько { $who } { $did } { $where } { $which }, неизвестно: все сообщения отклонены.
unsaid = Сколько { $who } { $did } { $where } { $which } { $when }, не решено: правило не определяет.
more-sources = ещё { $number }
more-camps = и другие данные: { $n }
