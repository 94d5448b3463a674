"""Words say what they say, in three languages: one row a wording, then the laws.

A row gives the words, the number they state (None for a vague word or a range) and the ends of the
count that they allow (None for an open end).
"""

from __future__ import annotations

import copy
import csv
import json
import pickle
import random
import re
import sys
from itertools import pairwise
from pathlib import Path
from types import FrameType

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from kazfigures.counts import LARGEST, Count
from kazfigures.errors import WordingError
from kazfigures.wording import (
    WORD_TABLES,
    Figure,
    Hedge,
    Quantity,
    WordTable,
    acled,
    find,
    kazakh,
    plain,
    russian,
    word_table,
)

Row = tuple[str, int | None, int, int | None]

ENGLISH: list[Row] = [
    # a number, however it is written
    ("26", 26, 26, 26),
    ("0", 0, 0, 0),
    ("26 'armed criminals'", 26, 26, 26),
    ("26 “armed criminals”", 26, 26, 26),
    ("(26)", 26, 26, 26),
    ("«26»", 26, 26, 26),
    ("Killed: 26.", 26, 26, 26),
    ("3,811 people", 3811, 3811, 3811),
    ("1,835,000 VOTERS", 1_835_000, 1_835_000, 1_835_000),
    ("3 000 troops", 3000, 3000, 3000),
    ("3\u00a0000 troops", 3000, 3000, 3000),
    ("3\u202f000 troops", 3000, 3000, 3000),
    ("3\u2009000 troops", 3000, 3000, 3000),
    ("1 234 567", 1_234_567, 1_234_567, 1_234_567),
    ("2265", 2265, 2265, 2265),
    ("2022", 2022, 2022, 2022),
    (f"{LARGEST}", LARGEST, LARGEST, LARGEST),
    ("۷۹۳۹", 7939, 7939, 7939),
    ("٧٬٩٣٩", 7939, 7939, 7939),
    ("two police officers", 2, 2, 2),
    ("TWELVE PEOPLE", 12, 12, 12),
    ("twenty-six", 26, 26, 26),
    ("twenty‑six", 26, 26, 26),
    ("twenty six", 26, 26, 26),
    ("one hundred and sixty-four people", 164, 164, 164),
    ("one-hundred-and-sixty-four", 164, 164, 164),
    ("one hundred and-sixty", 160, 160, 160),
    ("one hundred sixty four", 164, 164, 164),
    ("a hundred and fifty thousand", 150_000, 150_000, 150_000),
    ("two thousand, six hundred", 2600, 2600, 2600),
    ("two thousand,six hundred", 2600, 2600, 2600),
    ("nineteen hundred", 1900, 1900, 1900),
    ("hundred", 100, 100, 100),
    ("a soldier", 1, 1, 1),
    ("another soldier", 1, 1, 1),
    ("a man shot near the crowd", 1, 1, 1),
    ("a dozen", 12, 12, 12),
    ("half a dozen soldiers", 6, 6, 6),
    ("two dozen bodies", 24, 24, 24),
    ("3 dozen", 36, 36, 36),
    ("half a million", 500_000, 500_000, 500_000),
    ("a pair of gunmen", 2, 2, 2),
    ("3 thousand", 3000, 3000, 3000),
    ("20-thousand", 20_000, 20_000, 20_000),
    ("10k", 10_000, 10_000, 10_000),
    ("2 million 300 thousand", 2_300_000, 2_300_000, 2_300_000),
    ("2 million 30 thousand", 2_030_000, 2_030_000, 2_030_000),
    ("٢ million ٣٠٠ thousand", 2_300_000, 2_300_000, 2_300_000),
    ("2 million 300", 2_000_300, 2_000_300, 2_000_300),
    ("1.5bn", 1_500_000_000, 1_450_000_000, 1_550_000_000),
    ("two million three hundred thousand", 2_300_000, 2_300_000, 2_300_000),
    ("more \u200ethan 26", 26, 27, None),
    ("two thou\u00adsand", 2000, 2000, 2000),
    # rounded by its own digits
    ("1.5 million people", 1_500_000, 1_450_000, 1_550_000),
    ("1.5-million", 1_500_000, 1_450_000, 1_550_000),
    ("2.3 thousand", 2300, 2250, 2350),
    ("5.8 thousand", 5800, 5750, 5850),
    ("0.5 million", 500_000, 450_000, 550_000),
    ("1.125 million", 1_125_000, 1_124_500, 1_125_500),
    ("1,234.5 thousand", 1_234_500, 1_234_450, 1_234_550),
    ("1.123456789 billion", 1_123_456_789, 1_123_456_789, 1_123_456_789),
    ("0.0 million", 0, 0, 50_000),
    ("a total of 1.5 million people", 1_500_000, 1_450_000, 1_550_000),
    ("1.5 million in total", 1_500_000, 1_450_000, 1_550_000),
    ("one and a half million", 1_500_000, 1_450_000, 1_550_000),
    ("two and a half dozen", 30, 30, 30),
    ("more than 1.5 million", 1_500_000, 1_500_001, None),
    # exactly
    ("exactly 100", 100, 100, 100),
    ("only 3 SOLDIERS", 3, 3, 3),
    ("another 56 people", 56, 56, 56),
    ("a further 56", 56, 56, 56),
    ("A total of 230 persons", 230, 230, 230),
    ("a 20-member delegation", 20, 20, 20),
    ("a 100-strong crowd", 100, 100, 100),
    # at least
    ("at least 12 civilians", 12, 12, None),
    ("at\nleast 12", 12, 12, None),
    ("at least “12”", 12, 12, None),
    ("at least '12' dead", 12, 12, None),
    ("23 citizens at least", 23, 23, None),
    ("10 dead or more", 10, 10, None),
    ("26 young people at least", 26, 26, None),
    ("26 wounded young people at least", 26, 26, 26),
    ("26 killed - maximum alert declared", 26, 26, 26),
    ("no fewer than 40", 40, 40, None),
    ("no less than forty", 40, 40, None),
    ("not less than 15 persons", 15, 15, None),
    ("a minimum of 100", 100, 100, None),
    ("as few as 3", 3, 3, None),
    ("10 or more", 10, 10, None),
    ("two dozen or more", 24, 24, None),
    ("26 and counting", 26, 26, None),
    ("2,300+", 2300, 2300, None),
    ("1,300-plus", 1300, 1300, None),
    ("≥26", 26, 26, None),
    ("at least one", 1, 1, None),
    ("at least zero", 0, 0, None),
    # more than
    ("more than 2,300 protesters", 2300, 2301, None),
    ("over 3,800", 3800, 3801, None),
    ("upwards of 3,000", 3000, 3001, None),
    ("in excess of 1,000", 1000, 1001, None),
    ("well over 1,000", 1000, 1001, None),
    (">100", 100, 101, None),
    ("more than a dozen people", 12, 13, None),
    ("more than one hundred", 100, 101, None),
    ("over 20-30 people", None, 21, None),
    # at most
    ("up to 200 COLOMBIANS", 200, 0, 200),
    ("AS MANY AS 100", 100, 0, 100),
    ("as many as 12 or 13", None, 0, 13),
    ("no more than 5", 5, 0, 5),
    ("at most 10", 10, 0, 10),
    ("10 or fewer", 10, 0, 10),
    ("10 people at most", 10, 0, 10),
    # fewer than
    ("fewer than 50 people", 50, 0, 49),
    ("less than 100", 100, 0, 99),
    ("under 30", 30, 0, 29),
    ("<30", 30, 0, 29),
    # about
    ("about 1,300 security personnel", 1300, 1250, 1350),
    ("ABOUT 50 PEASANTS", 50, 45, 55),
    ("Some 5,800 people", 5800, 5750, 5850),
    ("around 90", 90, 85, 95),
    ("approximately 20", 20, 18, 22),
    ("approx. 20", 20, 18, 22),
    ("an estimated 35 casualties", 35, 33, 37),
    ("roughly 2,000", 2000, 1750, 2250),
    ("~300", 300, 275, 325),
    ("≈ 300", 300, 275, 325),
    ("100 or so", 100, 90, 110),
    ("a dozen or so", 12, 11, 13),
    ("about 5", 5, 4, 6),
    ("about 7", 7, 6, 8),
    ("about 15", 15, 13, 17),
    ("about zero", 0, 0, 1),
    ("about 1.5 million", 1_500_000, 1_450_000, 1_550_000),
    ("about 100,000,000,000,000,010", 10**17 + 10, 10**17 + 5, 10**17 + 15),
    # nearly, just over
    ("nearly 80 people", 80, 75, 79),
    ("nearly 10,000", 10_000, 9000, 9999),
    ("ALMOST 1,000 ACTIVISTS", 1000, 900, 999),
    ("close to 200", 200, 175, 199),
    ("just under 100", 100, 90, 99),
    ("just over 1,000", 1000, 1001, 1100),
    ("slightly more than 1,000", 1000, 1001, 1100),
    # two hedges
    ("at least about 300", 300, 275, None),
    ("up to about 300", 300, 0, 325),
    ("at least another 26", 26, 26, None),
    ("more than an estimated 300", 300, 276, None),
    ("about 300 or more", 300, 275, None),
    ("about 300 people or more", 300, 275, None),
    ("at least about 300 in all", 300, 275, None),
    ("more than 300 or so", 300, 276, None),
    ("fewer than 300 or so", 300, 0, 324),
    # ranges
    ("between 20 and 30", None, 20, 30),
    ("20-30 people", None, 20, 30),
    ("20–30", None, 20, 30),
    ("20—30", None, 20, 30),
    ("20−30", None, 20, 30),
    ("20 - 30", None, 20, 30),
    ("10 to 15", None, 10, 15),
    ("two or three", None, 2, 3),
    ("two-three people", None, 2, 3),
    ("twenty-thirty", None, 20, 30),
    ("five, possibly six", None, 5, 6),
    ("5 or 6 or 7", None, 5, 7),
    ("zero or one", None, 0, 1),
    ("from 100 to 150", None, 100, 150),
    ("2-3 thousand", None, 2000, 3000),
    ("two or three hundred", None, 200, 300),
    ("1.5 to 2 million", None, 1_500_000, 2_000_000),
    ("2 to 2.5 million", None, 2_000_000, 2_500_000),
    ("1 to 1 million 200 thousand", None, 1, 1_200_000),
    ("between about 2 and 3 thousand", None, 1750, 3000),
    ("from 900 to 2 thousand", None, 900, 2000),
    ("two to three dozen", None, 24, 36),
    ("between one hundred and two hundred", None, 100, 200),
    ("between one hundred and fifty and two hundred", None, 150, 200),
    ("between two hundred and three thousand", None, 200, 3000),
    ("between five thousand and six thousand", None, 5000, 6000),
    ("between 5 and about 10", None, 5, 11),
    ("between more than 11 and 12", None, 12, 12),
    ("from at least 12 to as many as 15", None, 12, 15),
    ("from 20 to more than 30", None, 20, None),
    ("about 20 to 30", None, 18, 32),
    ("one thousand and six to three thousand", None, 1006, 3000),
    ("0 to 3 thousand", None, 0, 3000),
    ("20 to 3 thousand", None, 20, 3000),
    ("3 to 3 thousand", None, 3, 3000),
    ("in 20 to more than 30 cities", None, 20, None),
    ("in 2000 to more than 2010 homes", None, 2000, None),
    ("2,000 to 2050 people", None, 2000, 2050),
    # vague words
    ("dozens of protesters", None, 24, None),
    ("several dozen", None, 24, None),
    ("a couple of dozen", 24, 23, 25),
    ("a couple of hundred", 200, 175, 225),
    ("a couple of men", 2, 2, 3),
    ("more than a couple", 2, 3, None),
    ("up to a couple", 2, 0, 3),
    ("about a couple", 2, 1, 4),
    ("a couple of hundred thousand", 200_000, 175_000, 225_000),
    ("scores of insurgents", None, 40, None),
    ("tens of people", None, 20, None),
    ("hundreds of Kazakh servicemen", None, 200, None),
    ("a few hundred", None, 200, None),
    ("thousands of people", None, 2000, None),
    ("several thousand", None, 2000, None),
    ("tens of thousands", None, 20_000, None),
    ("hundreds of thousands", None, 200_000, None),
    ("several hundred thousand", None, 200_000, None),
    ("millions", None, 2_000_000, None),
    ("several members", None, 3, None),
    ("a few soldiers", None, 3, None),
    ("many", None, 3, None),
    ("dozens, possibly hundreds", None, 24, None),
    ("dozens or hundreds", None, 24, None),
    ("dozens, possibly 100", None, 24, None),
    ("dozens to 3 thousand", None, 24, None),
    ("dozens, perhaps, hundreds", None, 24, None),
    ("more than two dozen", 24, 25, None),
    ("at least several hundred", None, 200, None),
    ("up to dozens", None, 0, None),
    # none
    ("NO CASUALTIES", 0, 0, 0),
    ("none", 0, 0, 0),
    ("zero", 0, 0, 0),
    ("not a single officer", 0, 0, 0),
    # beside what is no count
    ("26 killed on 7 January 2022", 26, 26, 26),
    ("On January 7, 2022, 26 people", 26, 26, 26),
    ("6 February, 26 people", 26, 26, 26),
    ("26 killed in 2022", 26, 26, 26),
    ("18 in 2022", 18, 18, 18),
    ("18 in three days", 18, 18, 18),
    ("3 in 18 days", 3, 3, 3),
    ("3 in 18-hour clashes", 3, 3, 3),
    ("in 1,950 homes", 1950, 1950, 1950),
    ("in 1899 homes", 1899, 1899, 1899),
    ("in 2101 homes", 2101, 2101, 2101),
    ("in two thousand homes", 2000, 2000, 2000),
    ("32 May Day marchers", 32, 32, 32),
    ("In Almaty, 2265, it said", 2265, 2265, 2265),
    ("In Almaty, 121, it said", 121, 121, 121),
    ("26, hours after", 26, 26, 26),
    ("18 and first aid", 18, 18, 18),
    ("18 in May", 18, 18, 18),
    ("2,300 in January", 2300, 2300, 2300),
    ("In January 2,300 were held", 2300, 2300, 2300),
    ("26 may have died", 26, 26, 26),
    ("26 [3]", 26, 26, 26),
    ("[26 people]", 26, 26, 26),
    ("two 17-year-old boys", 2, 2, 2),
    ("a man aged 30", 1, 1, 1),
    ("three 100-kilogram bombs", 3, 3, 3),
    ("11 AK-47 rifles", 11, 11, 11),
    ("18 first responders", 18, 18, 18),
    ("the first two soldiers", 2, 2, 2),
    ("the first million voters", 1_000_000, 1_000_000, 1_000_000),
    ("no longer 26", 26, 26, 26),
    ("not 26 but 18", 18, 18, 18),
    ("18 killed at 16:56", 18, 18, 18),
    ("10,000 march in Almaty", 10_000, 10_000, 10_000),
    ("26 people (2022)", 26, 26, 26),
    ("from 26 people", 26, 26, 26),
    ("about the unrest: 26", 26, 26, 26),
]

RUSSIAN: list[Row] = [
    # as the newsrooms of January 2022 wrote
    ("Восемь", 8, 8, 8),
    ("не менее 317", 317, 317, None),
    ("Еще 317", 317, 317, 317),
    ("Ещё 317", 317, 317, 317),
    ("Более 1300", 1300, 1301, None),
    ("более 100", 100, 101, None),
    ("по меньшей мере 225", 225, 225, None),
    ("около трех тысяч", 3000, 2750, 3250),
    ("около трёх тысяч", 3000, 2750, 3250),
    ("около тре\u0308х тысяч", 3000, 2750, 3250),
    ("более 3 тыс.", 3000, 3001, None),
    ("около 4 тысяч", 4000, 3500, 4500),
    ("9 900", 9900, 9900, 9900),
    ("9\u00a0900", 9900, 9900, 9900),
    ("9\u202f900", 9900, 9900, 9900),
    ("9\u2009900", 9900, 9900, 9900),
    ("9,9 тыс.", 9900, 9850, 9950),
    ("почти 10 тысяч", 10_000, 9000, 9999),
    ("десяти тысячах", 10_000, 10_000, 10_000),
    ("10-ти тысячах", 10_000, 10_000, 10_000),
    ("Около 10 тысяч", 10_000, 9000, 11_000),
    ("Более 2 677", 2677, 2678, None),
    ("еще 4578", 4578, 4578, 4578),
    # number words and their cases
    ("двести тридцать восемь человек", 238, 238, 238),
    ("трое полицейских", 3, 3, 3),
    ("2-х полицейских", 2, 2, 2),
    ("тысяча двести", 1200, 1200, 1200),
    ("5 млн 200 тыс. человек", 5_200_000, 5_200_000, 5_200_000),
    ("3 тыс. 811 человек", 3811, 3811, 3811),
    ("5 млн 20 тыс.", 5_020_000, 5_020_000, 5_020_000),
    ("полторы тысячи", 1500, 1450, 1550),
    ("два с половиной миллиона", 2_500_000, 2_450_000, 2_550_000),
    ("полсотни", 50, 50, 50),
    ("десяток", 10, 10, 10),
    ("около сотни", 100, 90, 110),
    ("более тысячи человек", 1000, 1001, None),
    ("в двух сотнях", 200, 200, 200),
    # hedges
    ("не меньше 40", 40, 40, None),
    ("как минимум 12", 12, 12, None),
    ("20 человек как минимум", 20, 20, None),
    ("100 и более", 100, 100, None),
    ("больше 100", 100, 101, None),
    ("свыше 100", 100, 101, None),
    ("100 с лишним", 100, 101, None),
    ("примерно 100", 100, 90, 110),
    ("порядка 100", 100, 90, 110),
    ("до 200 человек", 200, 0, 200),
    ("выросло до 225", 225, 225, 225),
    ("не более 5", 5, 0, 5),
    ("менее 50", 50, 0, 49),
    ("меньше 50", 50, 0, 49),
    ("чуть более 1000", 1000, 1001, 1100),
    # ranges
    ("от 100 до 150", None, 100, 150),
    ("20–30 человек", None, 20, 30),
    ("с 20 до 30 человек", None, 20, 30),
    ("два или три", None, 2, 3),
    ("3-4 тыс.", None, 3000, 4000),
    ("от тысячи до двух тысяч", None, 1000, 2000),
    ("от сотни до тысячи человек", None, 100, 1000),
    ("от сотен до тысяч человек", None, 200, None),
    ("100, возможно, тысячи", None, 100, None),
    ("500 или около тысячи", None, 500, 1100),
    # vague words, which stay vague behind a hedge
    ("до нескольких тысяч", None, 0, None),
    ("до сотен тысяч человек", None, 0, None),
    ("более нескольких сотен", None, 201, None),
    ("десятки людей", None, 20, None),
    ("сотни тысяч", None, 200_000, None),
    ("тысячи людей", None, 2000, None),
    ("судьба тысяч людей", None, 2000, None),
    ("несколько человек", None, 3, None),
    ("несколько сотен", None, 200, None),
    ("пара десятков", 20, 18, 22),
    ("пара дюжин", 24, 23, 25),
    ("пара сотен тысяч", 200_000, 175_000, 225_000),
    ("десять дюжин", 120, 120, 120),
    ("десятки, возможно, сотни", None, 20, None),
    # none, and beside what is no count
    ("ни одного погибшего", 0, 0, 0),
    ("пострадавших нет", 0, 0, 0),
    ("164 человека 7 января 2022 года", 164, 164, 164),
    ("с 26 ранеными", 26, 26, 26),
    ("тем не менее 26", 26, 26, 26),
]

KAZAKH: list[Row] = [
    ("3 037", 3037, 3037, 3037),
    ("барлығы 238", 238, 238, 238),
    ("3 мыңнан астам", 3000, 3001, None),
    ("10 мыңға жуық", 10_000, 9000, 9999),
    ("300-ден астам адам", 300, 301, None),
    ("100 адамнан астам", 100, 101, None),
    ("жүзден астам", 100, 101, None),
    ("жүзге жуық", 100, 90, 99),
    ("кемінде 225", 225, 225, None),
    ("кем дегенде он екі", 12, 12, None),
    ("50-ден кем емес", 50, 50, None),
    ("50-ден кем", 50, 0, 49),
    ("200-ге дейін", 200, 0, 200),
    ("шамамен 100", 100, 90, 110),
    ("жүз шақты", 100, 90, 110),
    ("екі жүз отыз сегіз", 238, 238, 238),
    ("мың жүз он бір", 1111, 1111, 1111),
    ("5 жүз", 500, 500, 500),
    ("екі жарым мың", 2500, 2450, 2550),
    ("9,9 мың", 9900, 9850, 9950),
    ("ондаған адам", None, 20, None),
    ("жүздеген адам", None, 200, None),
    ("мыңдаған адам", None, 2000, None),
    ("ондаған мың", None, 20_000, None),
    ("бірнеше адам", None, 3, None),
    ("бірнеше жүз", None, 200, None),
    ("екі немесе үш", None, 2, 3),
    ("5-7 адам", None, 5, 7),
    ("зардап шеккен жоқ", 0, 0, 0),
    ("2022 жылғы 5 қаңтарда 26 адам", 26, 26, 26),
]

TOLD = [
    *(pytest.param(plain, *row, id=f"en: {row[0]}") for row in ENGLISH),
    *(pytest.param(russian, *row, id=f"ru: {row[0]}") for row in RUSSIAN),
    *(pytest.param(kazakh, *row, id=f"kk: {row[0]}") for row in KAZAKH),
]

# what the words state, where they state no count; "" where they state nothing
REFUSED: list[tuple[WordTable, str, str]] = [
    (plain, "one in five", "a share"),
    (plain, "about 1 in 10", "a share"),
    (plain, "nine out of ten", "a share"),
    (plain, "12 per 100,000", "a share"),
    (plain, "10 out of 10", "a share"),
    (plain, "a quarter-million", "a share"),
    (plain, "a third of those detained", "a share"),
    (plain, "a third of 300 detained", "a share"),
    (plain, "on 7 January a third of 300 detained", "a share"),
    (plain, "three-quarters of the 300", "a share"),
    (plain, "two thirds", "a share"),
    (plain, "nearly half", "a share"),
    (plain, "a quarter of a million", "a share"),
    (plain, "half million", "a share"),
    (plain, "one-third million", "a share"),
    (plain, "2 and a half million", "a share"),
    (plain, "70 percent", "a share"),
    (plain, "70 per cent", "a share"),
    (plain, "70%", "a share"),
    (plain, "10 and 20 percent", "a share"),
    (plain, "between 10 and 20 percent", "a share"),
    (plain, "5/8", "a share or a date"),
    (plain, "3:1", "a time or a ratio"),
    (plain, "٣:١", "a time or a ratio"),
    (plain, "$1.5 million", "money"),
    (plain, "€ 18", "money"),
    (plain, "18$", "money"),
    (plain, "100 US dollars", "money"),
    (plain, "thousands of dollars", "money"),
    (plain, "a 4-year-old girl", "an age"),
    (plain, "aged 18", "an age"),
    (plain, "aged 12, 14 and 18", "an age"),
    (plain, "aged between 20 and 30", "an age"),
    (plain, "Galan, 46, a senator", "an age"),
    (plain, "Galan, 1, a boy", "an age"),
    (plain, "Galan, 120, a pensioner", "an age"),
    (plain, "the third", "an ordinal"),
    (plain, "the first", "an ordinal"),
    (plain, "a second man", "an ordinal"),
    (plain, "21st", "an ordinal"),
    (plain, "twenty-first", "an ordinal"),
    (plain, "twenty first", "an ordinal"),
    (plain, "one hundred and first", "an ordinal"),
    (plain, "5 km", "a length or an area"),
    (plain, "5km", "a length or an area"),
    (plain, "20 square kilometres", "a length or an area"),
    (plain, "hundreds of miles", "a length or an area"),
    (plain, "5m", "a length, or millions"),
    (plain, "3 tonnes", "a weight or a volume"),
    (plain, "18\u00b0", "a temperature or an angle"),
    (plain, "three times", "a multiple"),
    (plain, "several days", "a time"),
    (plain, "nearly two weeks", "a time"),
    (plain, "20 or more years", "a time"),
    (plain, "five more days", "a time"),
    (plain, "30- minute", "a time"),
    (plain, "7-9 pm", "a time"),
    (plain, "at 16:56", "a time or a ratio"),
    (plain, "7 January", "a date"),
    (plain, "1 January", "a date"),
    (plain, "31 January", "a date"),
    (plain, "7 January, 2022", "a date"),
    (plain, "12 FEB 89 (AFP)", "a date"),
    (plain, "12 FEB 89", "a date"),
    (plain, "5 and 6 January", "a date"),
    (plain, "4, 5, and 6 January", "a date"),
    (plain, "10 to 15 January", "a date"),
    (plain, "January 4-7", "a date"),
    (plain, "January 4, 5 and 6", "a date"),
    (plain, "07.01.2022", "a date"),
    (plain, "7.1.2022", "a date"),
    (plain, "1/7/2022", "a date"),
    (plain, "2022-01-07", "a label"),
    (plain, "January 2022", "a year"),
    (plain, "in 2022", "a year"),
    (plain, "in 1900", "a year"),
    (plain, "in 2100", "a year"),
    (plain, "from 2019", "a year"),
    (plain, "from 2019 to 2021", "a year"),
    (plain, "2019-2021", "a year"),
    (plain, "the 2022 protests", "a year"),
    (plain, "[3]", "a footnote mark"),
    (plain, "killed [3, 4]", "a footnote mark"),
    (plain, "No. 4", "a label"),
    (plain, "AK-47", "a label"),
    (plain, "M16", "a label"),
    (plain, "#26", "a label"),
    (plain, "26@", "a label"),
    (plain, "26people", "a label"),
    (plain, "+5", "a label"),
    (plain, "-5", "a label"),
    (plain, "non-zero", "a label"),
    (plain, "18-16", "a label"),
    (plain, "10-11-12", "a label"),
    (plain, "10 - 11 - 12", "a label"),
    (plain, "two-story", "a word made with a number"),
    (plain, "not 26", "a number that is denied"),
    # badly written
    (plain, "1,00,000", "a number that is not grouped in threes by one mark"),
    (plain, "1.000,000", "a number that is not grouped in threes by one mark"),
    (plain, "1,000.500,5", "a number that is not grouped in threes by one mark"),
    (plain, "1,00,000 million", "a number that is not grouped in threes by one mark"),
    (plain, "1,00,000 of the 300", "a number that is not grouped in threes by one mark"),
    (plain, "1 000\u00a0000", "a number that is not grouped in threes by one mark"),
    (plain, "1.000.000", "a number that is not grouped in threes by one mark"),
    (plain, "1.2.3.4", "a number that is not grouped in threes by one mark"),
    (plain, "1234,567", "a number that is not grouped in threes by one mark"),
    (plain, "1_000", "a number that is not grouped in threes by one mark"),
    (plain, "1'000", "a number that is not grouped in threes by one mark"),
    (plain, "1\u200b300", "a number that is not grouped in threes by one mark"),
    (plain, "4,5 mindən çox", "a number that is not grouped in threes by one mark"),
    (plain, "1.000", "a number that may be grouped or may have decimals"),
    (plain, "2.300", "a number that may be grouped or may have decimals"),
    (plain, "1000.000", "a number that is not whole"),
    (russian, "1,000", "a number that may be grouped or may have decimals"),
    (plain, "1.5 people", "a number that is not whole"),
    (plain, "about 1.5 people", "a number that is not whole"),
    (plain, "1.0000", "a number that is not whole"),
    (plain, "0.500", "a number that is not whole"),
    (plain, "1,234.500", "a number that is not whole"),
    (plain, "1.2345 thousand", "a number that is not whole"),
    (plain, "one and a half", "a number that is not whole"),
    (plain, "1 00 000", "numbers side by side"),
    (plain, "12 345 6789", "numbers side by side"),
    (plain, "1,000 000.5,5", "numbers side by side"),
    (plain, "20 -30", "numbers with a hyphen that belongs to one of them"),
    (plain, "20- 30", "numbers with a hyphen that belongs to one of them"),
    (plain, "18 26", "numbers side by side"),
    (plain, "18 26 30", "numbers side by side"),
    (plain, "18 26 5 km", "numbers side by side"),
    (plain, "twenty twenty-two", "numbers side by side"),
    (plain, "one hundred one hundred", "numbers side by side"),
    (plain, "5 million 26 people", "numbers side by side"),
    (plain, "a couple of thousand thousand", "numbers side by side"),
    (plain, "two million thousand", "numbers side by side"),
    (plain, "a hundred hundred", "numbers side by side"),
    (plain, "two dozen one", "numbers side by side"),
    (plain, "twenty 5 thousand", "numbers side by side"),
    (plain, "five half a million", "numbers side by side"),
    (plain, "half a million one", "numbers side by side"),
    (plain, "ten six", "numbers side by side"),
    (plain, "twenty ten", "numbers side by side"),
    (russian, "двести сто", "numbers side by side"),
    (plain, "2 million 200 one", "numbers side by side"),
    (plain, "2 million 030 thousand", "numbers side by side"),
    (plain, "0 million", "numbers side by side"),
    (plain, "no 26", "numbers side by side"),
    (plain, "26 none", "numbers side by side"),
    (plain, "26 several", "numbers side by side"),
    (plain, "26 one and a half million", "numbers side by side"),
    (plain, "007", "a number with a leading zero"),
    (plain, "05 people", "a number with a leading zero"),
    (plain, "٠٧", "a number with a leading zero"),
    (plain, f"{LARGEST + 1}", f"a number past {LARGEST}"),
    (plain, "9" * 4301, f"a number past {LARGEST}"),
    (plain, "1." + "1" * 10 + " million", f"a number past {LARGEST}"),
    (plain, f"more than {LARGEST}", f"a number past {LARGEST}"),
    (plain, f"about {LARGEST}", f"a number past {LARGEST}"),
    (plain, "９", "the digit '９' (FULLWIDTH DIGIT NINE)"),
    (plain, "२६", "the digit '२' (DEVANAGARI DIGIT TWO)"),
    (plain, "26²", "the digit '²' (SUPERSCRIPT TWO)"),
    (plain, "people¹", "the digit '¹' (SUPERSCRIPT ONE)"),
    (plain, "½ million", "the digit '½' (VULGAR FRACTION ONE HALF)"),
    (plain, "½", "the digit '½' (VULGAR FRACTION ONE HALF)"),
    (plain, "1٢", "a number in digits of two scripts"),
    # hedges that leave nothing, or too many
    (plain, "fewer than zero", "a number that its hedge leaves nothing of"),
    (plain, "about fewer than zero", "a number that its hedge leaves nothing of"),
    (plain, "almost none", "a number that its hedge leaves nothing of"),
    (plain, "at least at least at least 5", "a number with more than two hedges"),
    (plain, "between 5", "one end of a range"),
    # words that the table does not know
    (plain, "Более 100", "a number beside words in another script than the table's"),
    (plain, "حدود ۸۰۰۰", "a number beside words in another script than the table's"),
    (plain, "26 адам", "a number beside words in another script than the table's"),
    (plain, "26 в Алматы", "a number beside words in another script than the table's"),
    (plain, "26 \U00017000", "a number beside words in another script than the table's"),
    (russian, "killed 26", "a number beside words in another script than the table's"),
    # nothing at all
    (plain, "unknown", ""),
    (plain, "some", ""),
    (plain, "few", ""),
    (plain, "an equal number", ""),
    (plain, "a number of people", ""),
    (plain, "a very large angry crowd", ""),
    (plain, "one another", ""),
    (plain, "at least", ""),
    (plain, "between", ""),
    (plain, "in", ""),
    (plain, "- , \u2014", ""),
    (plain, "(\u0301)", ""),
    (plain, "三百", ""),
    (plain, "İ", ""),
    (russian, "опровержение", ""),
    (russian, "четверо из десяти", "a share"),
    (russian, "пятеро из тысячи", "a share"),
    (russian, "две трети", "a share"),
    (russian, "две пятых", "a share"),
    (russian, "70 процентов", "a share"),
    (russian, "4-летняя девочка", "an age or a time"),
    (russian, "5-7 января", "a date"),
    (russian, "с 5 по 7 января", "a date"),
    (russian, "7-го января", "an ordinal"),
    (russian, "в 2022 году", "a time"),
    (russian, "до 2022", "a year"),
    (russian, "от 5 до 6 км", "a length or an area"),
    (russian, "от 26 человек", "one end of a range"),
    (russian, "не 26", "a number that is denied"),
    (kazakh, "70 пайыз", "a share"),
    (kazakh, "70 пайызы", "a share"),
    (kazakh, "70 проценттік", "a share"),
    (kazakh, "70 проценттегі", "a share"),
    (kazakh, "5 теңгесі", "money"),
    (kazakh, "5 теңгелік", "money"),
    (kazakh, "5 аптасы", "a time"),
    (kazakh, "5 апталық", "a time"),
    (kazakh, "5 жылдық", "a time"),
    (kazakh, "5 жылдағы", "a time"),
    (kazakh, "5 күні", "a time"),
    (kazakh, "5 күндік", "a time"),
    (kazakh, "5 күндегі", "a time"),
    (kazakh, "5 сағаттық", "a time"),
    (kazakh, "5 сағаттағы", "a time"),
    (kazakh, "үштен бір", "numbers side by side"),
    (kazakh, "екі жүз жүз", "numbers side by side"),
    (kazakh, "5 қаңтар", "a date"),
    (kazakh, "7-ші", "an ordinal"),
]

SEVERAL = [
    (plain, "748 wounded and 18 killed", 2),
    (plain, "one hundred and two hundred", 2),
    (plain, "twenty and five", 2),
    (plain, "one million, two were wounded", 2),
    (plain, "rose from 164 to 225", 2),
    (plain, "fell from 18 to 16", 2),
    (plain, "12, 13 and 14", 3),
    (plain, "26 of the 30", 2),
    (plain, "two soldiers and a civilian", 2),
    (plain, "a soldier and a policeman", 2),
    (plain, "26 people, at least 18 of them soldiers", 2),
    (plain, "26 - 5", 2),
    (plain, "20 — 30", 2),
    (plain, "tied 20 to 20", 2),
    (plain, "dozens or 12", 2),
    (plain, "18 in two cities", 2),
    (plain, "dozens in 30 cities", 2),
    (plain, "from 30 to nearly 30", 2),
    (russian, "выросло с 164 до 225", 2),
]

SENTENCES = [
    ("748 wounded and 18 killed", ["748", "18"]),
    (
        "More than 2,300 were detained, 748 officers wounded and some 18 killed by 7 January.",
        ["More than 2,300", "748", "some 18"],
    ),
    ("Deaths rose from 164 to 225. From 20 to 30 are missing.", ["164", "225", "From 20 to 30"]),
    ("The toll was raised to at least 225 from 164", ["at least 225", "164"]),
    ("On January 7, 2022, 26 died; 18 did on 5 and 6 January.", ["26", "18"]),
    ("In 2019 and 2020, 26 people", ["26"]),
    ("articles 272 and 273; 26 cases", ["26"]),
    ("Aged 4 and 11, the two were among 26 [1] held.", ["two", "26"]),
    ("26, 18 minutes later", ["26"]),
    ("26 people, at least 18 of them soldiers", ["26", "at least 18"]),
    ("26 and '27'", ["26", "27"]),
    ("26 people at least 18 of them", ["26", "at least 18"]),
    ("26 people at least about 18 of them", ["26", "at least about 18"]),
    ("26 people at least between 5 and 6", ["26", "at least between 5 and 6"]),
    ("from fewer than zero to 5", ["fewer than zero to 5"]),
    ("at least “26 dead”", ["at least “26"]),
    ("five thousand and six thousand", ["five thousand", "six thousand"]),
    ("not one, and no one else; 10 at least", ["not one", "no one", "10 at least"]),
    ("one in five, 70 percent, $5 million, 7 January 2022, at 16:56, a 4-year-old girl", []),
    ("«26» or “27” and '28'", ["26", "27", "28"]),
    ("5 or at least at least at least x", ["5"]),
    ("up to a total of “40” dead", ["up to a total of “40”"]),
    ("7 January 100; 26 JAN 90 (AFP)", ["100"]),
    ("1.2345 to 2 thousand", ["2 thousand"]),
    ("between more than 9 and nearly 10", []),
    ("\ufeff26", ["26"]),
    ("the \u200b\u200e26 of AK-\u200b\u200b47", ["26"]),
    ("the \u200b26", ["26"]),
    ("killed,two", ["two"]),
    ("2022-01-07 26 people, 18-16 5 people, 18-16-x", ["26", "5"]),
    ("On 7 January, 26 (AFP)", ["26"]),
    ("On 8 January no “armed criminals” were held", ["no"]),
    ("won 18-16 as 26 died", ["26"]),
    ("won 18-16 - two died", ["two"]),
    ("won 18-16 - 26 died", ["26"]),
    ("tens of thousands marched", ["tens of thousands"]),
    ("a hundred died", ["a hundred"]),
    ("the troops’ 26 dead, 18 of them officers", ["26", "18"]),
    ("a couple of dozen died", ["a couple of dozen"]),
    ("a couple of hundred thousand marched", ["a couple of hundred thousand"]),
    ("MORE THAN 26 in Weißensee, 18 elsewhere", ["MORE THAN 26", "18"]),
    ("5, 18 26", ["5"]),
    ("5, 18 1,00,000", ["5"]),
    ("two thousand detained six killed", ["two thousand", "six"]),
    ("one hundred detained six killed", ["one hundred", "six"]),
    ("one hundred, six of them soldiers", ["one hundred", "six"]),
    ("They held one hundred and their families", ["one hundred"]),
    ("one-hundred and –six", ["one-hundred"]),
    # footnotes, which follow what is no count at once
    ("a 30-minute [3] siege of a two-story [4] house", []),
    ("a quarter of a million [3], three-quarters [4], nearly half [5]", []),
    ("the one hundred and first [3] day of the twenty first [4] century, the 1st [5]", []),
    ("one and a half [3], 1.2345 thousand [4], 26² [5], 26people [6]", []),
    ("20 -30 [3], 20 square kilometres [4]", []),
    ("", []),
    (" \n\t", []),
]


def reading(text: str, words: WordTable = plain) -> tuple[int | None, int, int | None]:
    figure = Figure.read(text, words)
    return figure.stated, figure.count.low, figure.count.high


told = pytest.mark.parametrize(("words", "text", "stated", "low", "high"), TOLD)


@told
def test_a_wording_is_read_as_its_row_says(
    words: WordTable, text: str, stated: int | None, low: int, high: int | None
) -> None:
    assert reading(text, words) == (stated, low, high)
    assert Figure.read_or_none(text, words) == Figure(text, stated, Count(low, high))


@told
def test_a_wording_is_read_alike_in_any_case(
    words: WordTable, text: str, stated: int | None, low: int, high: int | None
) -> None:
    for cased in (text.upper(), text.lower(), text.title()):
        assert reading(cased, words) == (stated, low, high)


@pytest.mark.parametrize(
    ("words", "text", "what"),
    [pytest.param(*row, id=f"{row[0].language}: {row[1][:40]!a}") for row in REFUSED],
)
def test_what_is_no_count_is_refused_by_name_and_never_found(
    words: WordTable, text: str, what: str
) -> None:
    with pytest.raises(WordingError) as refusal:
        Figure.read(text, words)
    expected = f"a count rather than {what}" if what else "words that state a count"
    assert refusal.value == WordingError("wording", text, expected)
    assert Figure.read_or_none(text, words) is None
    # A whole that a share is taken of is a count in a sentence, though not in a wording.
    assert [str(one.figure) for one in find(text, words)] == (["300"] if " 300" in text else [])


def test_every_digit_of_unicode_is_read_or_refused_by_name() -> None:
    read = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
    for digit in filter(str.isnumeric, map(chr, range(sys.maxunicode + 1))):
        if digit in read:
            assert Figure.read(digit).stated == int(digit)
            continue
        # A numeral that is also a letter is a word that the table does not know.
        what = "words that" if digit.isalpha() else f"a count rather than the digit {digit!r}"
        with pytest.raises(WordingError, match=f"^wording: expected {re.escape(what)} "):
            Figure.read(digit)


@pytest.mark.parametrize(
    ("words", "text", "number"),
    [pytest.param(*row, id=f"{row[0].language}: {row[1]}") for row in SEVERAL],
)
def test_words_that_state_several_counts_are_refused(
    words: WordTable, text: str, number: int
) -> None:
    # What an article alone tells is no quantity of a sentence.
    is_found = " a " not in text
    where = " (find gives each)" if is_found else ""
    for read in (Figure.read, Figure.read_or_none):
        with pytest.raises(WordingError) as refusal:
            read(text, words)
        expected = f"one count rather than {number}{where}"
        assert refusal.value == WordingError("wording", text, expected)
    if is_found:
        assert len(find(text, words)) == number


@pytest.mark.parametrize(("text", "words"), SENTENCES, ids=[repr(row[0]) for row in SENTENCES])
def test_every_count_of_a_sentence_is_found_in_order(text: str, words: list[str]) -> None:
    found = find(text)
    assert [text[one.start : one.end] for one in found] == words
    assert [one.figure for one in found] == [
        attrs.evolve(Figure.read(spoken), wording=spoken) for spoken in words
    ]


def test_the_phrases_of_the_brief_give_their_counts(shared_data: Path) -> None:
    with (shared_data / "phrases.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert len(rows) == 83
    for row in rows:
        if row["kind"] == "fraction":
            assert Figure.read_or_none(row["phrase"]) is None
            continue
        stated = None if ";" in row["value"] or not row["value"] else int(row["value"])
        ends = int(row["low"] or 0), int(row["high"]) if row["high"] else None
        assert reading(row["phrase"]) == (stated, *ends), row["phrase"]


def test_the_record_of_january_2022_is_read_in_all_three_languages(shared_data: Path) -> None:
    tables = {"en": plain, "ru": russian, "kk": kazakh}
    lines = (shared_data / "kazakhstan-2022.jsonl").read_text(encoding="utf-8").splitlines()
    read = 0
    for record in map(json.loads, lines):
        states_no_count = record["wording"] in ("опровержение", "an equal number")
        if record["lang"] not in tables or states_no_count:
            continue
        figure = Figure.read(record["wording"], tables[record["lang"]])
        # The file has the number told, or for "more than" the one after.
        number = record["high"] if record["low"] is None else record["low"]
        assert number in {figure.stated, figure.count.low}, record["wording"]
        read += 1
    assert read == 102


# --- laws -----------------------------------------------------------------------------------------

NUMBERS = st.integers(0, 10**15)


def spellings(number: int) -> list[str]:
    """Write a number in the ways of English."""
    words = num2words(number)
    plainer = words.replace("-", " ").replace(",", "")
    return [words, words.replace(" and ", " "), words.replace(",", ""), plainer, plainer.upper()]


@given(NUMBERS)
def test_every_number_in_english_words_reads_back(number: int) -> None:
    assert {reading(words) for words in spellings(number)} == {(number, number, number)}


@given(NUMBERS, st.sampled_from([("ru", russian), ("kz", kazakh)]))
def test_every_number_in_russian_and_kazakh_words_reads_back(
    number: int, language: tuple[str, WordTable]
) -> None:
    code, words = language
    assert reading(num2words(number, lang=code), words) == (number, number, number)


def test_ten_thousand_numbers_of_all_sizes_read_back() -> None:
    draw = random.Random(2022)  # noqa: S311 - a sample, not a secret
    for _ in range(5000):
        number = round(10 ** draw.uniform(0, 15))
        words = num2words(number)
        for spoken in (words, words.replace(" and ", " ")):
            assert reading(spoken) == (number, number, number), spoken


@given(st.integers(0, LARGEST))
def test_every_number_in_digits_reads_back(number: int) -> None:
    grouped = f"{number:,}"
    written = {str(number), grouped, *(grouped.replace(",", space) for space in " \u00a0\u202f")}
    for zero in (0x660, 0x6F0):
        digits = str.maketrans("0123456789,", "".join(map(chr, range(zero, zero + 10))) + "\u066c")
        written |= {str(number).translate(digits), grouped.translate(digits)}
    assert {reading(text) for text in written} == {(number, number, number)}


def grain(number: int) -> int:
    """Say how far "about" reaches, by the digits as they are written: the oracle."""
    digits = str(number).rstrip("0")
    step = 10 ** (len(str(number)) - len(digits))
    if step == 1:
        return 2 if number >= 15 and digits.endswith("5") else 1
    return {"1": step // 10, "2": step // 4, "3": step // 4}.get(digits, step // 2)


HEDGED = {
    "exactly {}": lambda n: (n, n),
    "at least {}": lambda n: (n, None),
    "{} or more": lambda n: (n, None),
    "more than {}": lambda n: (n + 1, None),
    "at most {}": lambda n: (0, n),
    "fewer than {}": lambda n: (0, n - 1),
    "about {}": lambda n: (max(0, n - grain(n)), n + grain(n)),
    "nearly {}": lambda n: (max(0, n - grain(n)), n - 1),
    "just over {}": lambda n: (n + 1, n + grain(n)),
}


@given(st.integers(1, 10**15), st.sampled_from(sorted(HEDGED)))
def test_every_hedge_allows_what_it_says(number: int, hedge: str) -> None:
    low, high = HEDGED[hedge](number)
    assert reading(hedge.format(f"{number:,}")) == (number, low, high)


WIDER = [
    ("exactly {}", "about {}"),
    ("exactly {}", "at least {}"),
    ("exactly {}", "at most {}"),
    ("more than {}", "at least {}"),
    ("fewer than {}", "at most {}"),
    ("nearly {}", "fewer than {}"),
    ("nearly {}", "about {}"),
    ("just over {}", "about {}"),
    ("just over {}", "more than {}"),
    ("at least {}", "at least about {}"),
    ("up to {}", "up to about {}"),
]


@given(st.integers(1, 10**15), st.sampled_from(WIDER))
def test_a_wider_hedge_allows_all_that_a_narrower_one_does(
    number: int, hedges: tuple[str, str]
) -> None:
    narrow, wide = (Figure.read(hedge.format(number)).count for hedge in hedges)
    assert narrow.within(wide)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_range_is_read_alike_however_it_is_joined(one: int, more: int) -> None:
    ends = one * 10**4 + 5_000, (one + more) * 10**4 + 5_000  # no two years
    for joint in ("between {} and {}", "from {} to {}", "{} to {}", "{}-{}", "{} – {}", "{} or {}"):
        assert reading(joint.format(*ends)) == (None, *ends)


PIECES = st.sampled_from(
    [
        *(word for row in (*ENGLISH, *RUSSIAN, *KAZAKH) for word in row[0].split()),
        *(text for _, text, _ in REFUSED if len(text) < 60),
        *("0", "1", "5", "12", "26", "300", "1,000", "2022", "½", "²", "９", "٢", "ß", "İ"),
        *"-–—,.;()[]'\"$%+~/:_\u0301\u200b\u00a0\u202f\n\t\x00\ud800",
    ]
)
TEXTS = st.one_of(
    st.text(),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
)
TABLES = st.sampled_from(list(WORD_TABLES.values()))


@given(TEXTS, TABLES)
def test_reading_gives_a_figure_or_a_wording_error(text: str, words: WordTable) -> None:
    for read in (Figure.read, Figure.read_or_none):
        try:
            figure = read(text, words)
        except WordingError as error:
            assert error.field == "wording"  # noqa: PT017 - both outcomes are right
        else:
            assert figure is None or figure.wording == text.strip()


@given(TEXTS, TABLES)
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str, words: WordTable) -> None:
    try:
        found = find(text, words)
    except WordingError as error:
        assert error.field == "text"  # noqa: PT017 - both outcomes are right
        return
    assert all(one.figure.wording == text[one.start : one.end] for one in found)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(TEXTS, TABLES)
def test_a_lone_count_without_a_bar_is_what_is_found(text: str, words: WordTable) -> None:
    try:
        figure, found = Figure.read_or_none(text, words), find(text.strip(), words)
    except WordingError:
        return
    if figure is not None and found:
        assert [(figure.stated, figure.count)] == [
            (one.figure.stated, one.figure.count) for one in found
        ]


def test_a_vague_word_allows_under_acled_all_that_it_does_under_plain() -> None:
    cautious = dict(acled.vague)
    assert cautious.keys() == dict(plain.vague).keys()
    assert all(count.within(cautious[word]) for word, count in plain.vague)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("tens", 10),
        ("dozens", 12),
        ("several dozen", 12),
        ("scores", 20),
        ("hundreds", 100),
        ("thousands", 1000),
        ("tens of thousands", 10_000),
        ("several", 3),
        ("a couple", 2),
        ("dozens, possibly hundreds", 12),
    ],
)
def test_acled_reads_a_vague_word_as_once_its_unit(text: str, low: int) -> None:
    assert reading(text, acled) == (None, low, None)


# --- work in proportion to the text ---------------------------------------------------------------

PUMPS = [
    *("at least ", "1,", "a or ", "one hundred ", "one hundred and ", "9", "dozens of ", "5 or "),
    *("5 in ", "between ", "between 5 and ", "between one hundred and ", "from 5 to ", "5 to "),
    *("1 000 ", "2022-", "5 thousand ", "one thousand, ", "and ", "5 and ", "5, ", "a ", "no "),
    *("hundreds of thousands of ", "'", '"', "[", "$", "5-", "one-", "million ", "aged 5 and "),
    *("January ", "5 January ", "more than 5 or ", "five or at least ", "26 people at least "),
    *("½", "９", "e\u0301", "İ", "\u200b", "5.", "5:", "5/", "a third of ", "rose from 5 to "),
    *("dozens, possibly ", ", possibly ", "up to ", "x'", "один за ", "двести ", "1,5 тыс ", "не "),
    *("5-ден ", "жүз ", "at least 5 or about one hundred and dozens of 1,000 between "),
]


class Work:
    """Every call that reading makes, of Python and of C."""

    def __init__(self) -> None:
        self.calls = 0

    def count(self, _: FrameType, event: str, __: object) -> None:
        self.calls += event in ("call", "c_call")

    def of_finding(self, text: str, words: WordTable) -> int:
        find("1", words)  # so that its index is made
        before, profiler = self.calls, sys.getprofile()
        sys.setprofile(self.count)
        try:
            find(text, words)
        finally:
            sys.setprofile(profiler)
        return self.calls - before


@pytest.mark.parametrize("pump", PUMPS, ids=ascii)
@pytest.mark.parametrize("words", WORD_TABLES.values(), ids=list(WORD_TABLES))
def test_twice_the_text_is_at_most_twice_the_work(pump: str, words: WordTable) -> None:
    length = 2000 // len(pump)
    once, twice = (Work().of_finding(pump * size, words) for size in (length, 2 * length))
    assert twice <= 2.1 * once + 50


@pytest.mark.parametrize("pump", PUMPS, ids=ascii)
def test_a_hundred_thousand_characters_are_read_or_refused(pump: str) -> None:
    text = (pump * (100_000 // len(pump) + 1))[:100_000]
    words = russian if "а" <= max(pump) <= "ё" else kazakh if "ә" in pump or "ү" in pump else plain
    found = find(text, words)
    assert all(one.figure.wording == text[one.start : one.end] for one in found)
    with pytest.raises(WordingError, match=r"expected up to 10,000 characters"):
        Figure.read(f"x{text}x")


# --- the values -----------------------------------------------------------------------------------


def test_a_figure_is_what_was_said() -> None:
    figure = Figure.read("  more than 2,300 protesters\n")
    assert figure == Figure("more than 2,300 protesters", 2300, Count(2301, None))
    assert str(figure) == "more than 2,300 protesters"
    assert eval(repr(figure), {"Figure": Figure, "Count": Count}) == figure  # noqa: S307
    assert pickle.loads(pickle.dumps(figure)) == copy.deepcopy(figure) == figure  # noqa: S301
    assert len({figure, Figure.read("more than 2,300 protesters")}) == 1


def test_a_figure_may_be_made_by_hand_with_another_count() -> None:
    assert Figure("188 names", 188, Count.at_least(188)).count == Count(188, None)
    assert Figure("dozens", None, Count.at_least(30)).stated is None


def test_values_do_not_change_and_have_no_order() -> None:
    [quantity] = find("26 killed")
    assert quantity == Quantity(0, 2, Figure("26", 26, Count.exactly(26)))
    for value, name in ((quantity, "start"), (quantity.figure, "stated"), (plain, "name")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, 1)
        with pytest.raises(TypeError):
            sorted([value, value])  # type: ignore[type-var]
        assert len({value, copy.copy(value)}) == 1


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("", "the words of a report"),
        (" \n", "the words of a report"),
        ("a\x00b", "text without control characters or lone surrogates"),
        ("26\r", "text without control characters or lone surrogates"),
        ("\x1b[1m26", "text without control characters or lone surrogates"),
        ("\ud800", "text without control characters or lone surrogates"),
        (26, "text"),
        (None, "text"),
        (b"26", "text"),
    ],
)
def test_a_wording_is_clean_text(wording: str, expected: str) -> None:
    for make in (
        lambda: Figure(wording, 26, Count.exactly(26)),
        lambda: Figure.read(wording),
        lambda: Figure.read_or_none(wording),
    ):
        with pytest.raises(WordingError) as refusal:
            make()
        assert refusal.value == WordingError("wording", wording, expected)


def test_a_wording_to_be_read_has_at_most_ten_thousand_characters() -> None:
    longest = f"26 {'x' * 9_997}"
    assert reading(longest) == (26, 26, 26)
    with pytest.raises(WordingError) as refusal:
        Figure.read(f"{longest}x")
    expected = "up to 10,000 characters (find reads more)"
    assert refusal.value == WordingError("wording", f"{longest}x", expected)


@pytest.mark.parametrize("text", ["26\x00", "26\r\n", "\udfff", 26, None])
def test_find_takes_clean_text_alone(text: str) -> None:
    with pytest.raises(WordingError, match=r"^text: expected text"):
        find(text)


@pytest.mark.parametrize("stated", [-1, LARGEST + 1, True, 2.0, "26"])
def test_stated_is_a_whole_number_or_none(stated: int) -> None:
    with pytest.raises(WordingError) as refusal:
        Figure("26", stated, Count.exactly(26))
    assert refusal.value == WordingError(
        "stated", stated, f"None or a whole number from 0 to {LARGEST}"
    )


@pytest.mark.parametrize("count", [26, None, (26, 26)])
def test_a_figure_needs_a_count(count: Count) -> None:
    with pytest.raises(WordingError) as refusal:
        Figure("26", 26, count)
    assert refusal.value == WordingError("count", count, "a Count")


@pytest.mark.parametrize("words", [None, "plain", dict(plain.vague)])
def test_reading_needs_a_table(words: WordTable) -> None:
    for read in (find, Figure.read, Figure.read_or_none):
        with pytest.raises(WordingError) as refusal:
            read("26", words)
        assert refusal.value == WordingError("words", words, "a WordTable")


# --- tables ---------------------------------------------------------------------------------------


def test_tables_are_known_by_name_and_by_language() -> None:
    assert dict(WORD_TABLES) == {
        "plain": plain,
        "acled": acled,
        "russian": russian,
        "kazakh": kazakh,
    }
    assert [word_table(code) for code in ("en", "ru", "kk")] == [plain, russian, kazakh]
    with pytest.raises(WordingError, match=r"^language: expected one of en, kk, ru, not 'az'$"):
        word_table("az")


def test_a_newsroom_swaps_its_vague_words_and_keeps_the_rest() -> None:
    ours = plain.with_vague(
        {"dozens": Count.at_least(36), "swarms": Count.at_least(9)}, name="ours"
    )
    assert reading("dozens", ours) == reading("several dozen", ours) == (None, 36, None)
    assert reading("swarms of drones", ours) == (None, 9, None)
    assert reading("hundreds", ours) == reading("hundreds")
    assert reading("dozens") == (None, 24, None)
    assert reading("zilch", attrs.evolve(plain, forms={"zilch": "zero"})) == (0, 0, 0)
    assert ours.name == "ours"
    assert ours.with_vague(dict(plain.vague), name="plain") != plain
    assert acled.with_vague(dict(plain.vague), name="plain") == plain


def test_another_language_is_another_table() -> None:
    azerbaijani = WordTable(
        name="azerbaijani",
        language="az",
        script="LATIN",
        decimal_mark=",",
        separators=" ",
        hedges={"±": Hedge.ABOUT},
        hedges_after={"çox": Hedge.MORE_THAN},
        numbers={"iyirmi": 20, "beş": 5, "min": 1000},
        bound_scales={"mindən": 1000},
        ranges=[("arasında", "ilə")],
    )
    assert reading("4,5 mindən çox", azerbaijani) == (4500, 4501, None)
    assert reading("225 nəfər", azerbaijani) == (225, 225, 225)
    assert reading("±20", azerbaijani) == (20, 18, 22)
    assert reading("min nəfər", azerbaijani) == (1000, 1000, 1000)
    assert reading("iyirmi beş", azerbaijani) == (25, 25, 25)
    assert reading("arasında 20 ilə 30", azerbaijani) == (None, 20, 30)


@given(st.permutations(sorted(dict(plain.vague))))
def test_the_order_in_which_a_table_is_written_makes_no_other_table(words: list[str]) -> None:
    vague = dict(plain.vague)
    again = attrs.evolve(
        plain, vague={word: vague[word] for word in words}, zeros=plain.zeros[::-1]
    )
    assert again == plain
    assert hash(again) == hash(plain)


def test_a_table_prints_without_its_thousand_words() -> None:
    assert repr(russian) == (
        "WordTable(name='russian', language='ru', script='CYRILLIC', decimal_mark=',', "
        r"separators='٬ \xa0\u2009\u202f')"
    )


def test_a_hedge_is_spelled_as_it_is_said() -> None:
    assert [str(hedge) for hedge in Hedge] == [
        *("exactly", "at least", "more than", "at most", "fewer than"),
        *("about", "nearly", "just over"),
    ]


def test_a_table_survives_copying_and_pickling_with_its_index() -> None:
    find("26")
    for again in (copy.copy(plain), copy.deepcopy(plain), pickle.loads(pickle.dumps(plain))):  # noqa: S301
        assert again == plain
        assert reading("several dozen", again) == (None, 24, None)


@pytest.mark.parametrize("table", WORD_TABLES.values(), ids=lambda table: table.name)
def test_every_phrase_of_a_table_is_in_its_index(table: WordTable) -> None:
    for word, count in table.vague:
        assert Figure.read(word, table).count == count
    for word, number in (*table.numbers, *table.scales):
        figure = Figure.read(word, table)
        assert number == figure.stated or figure.count in dict(table.vague).values()
    for zero in table.zeros:
        assert reading(zero, table) == (0, 0, 0)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("name", "", "^name: expected text, not ''$"),
        ("separators", None, "^separators: expected text, not None$"),
        (
            "hedges",
            {"at least": "at least"},
            "^hedges: expected a meaning for 'at least' that is a Hedge, not 'at least'$",
        ),
        (
            "hedges",
            {" ": Hedge.ABOUT},
            "^hedges: expected phrases with a word or a mark in them, not ' '$",
        ),
        (
            "numbers",
            {"six": True},
            "^numbers: expected a meaning for 'six' that is a int, not True$",
        ),
        ("numbers", {"six": 0}, "^numbers: expected a meaning for 'six' that is a int, not 0$"),
        (
            "vague",
            {"dozens": 24},
            "^vague: expected a meaning for 'dozens' that is a Count, not 24$",
        ),
        (
            "hedges_after",
            {"or so": "about"},
            "^hedges_after: expected a meaning for 'or so' that is a Hedge, not 'about'$",
        ),
        (
            "scales",
            {"dozen": 12.0},
            "^scales: expected a meaning for 'dozen' that is a int, not 12.0$",
        ),
        (
            "bound_scales",
            {"k": "1000"},
            "^bound_scales: expected a meaning for 'k' that is a int, not '1000'$",
        ),
        (
            "multiples",
            {"tens": None},
            "^multiples: expected a meaning for 'tens' that is a int, not None$",
        ),
        (
            "tenths",
            {"one and a half": 1.5},
            "^tenths: expected a meaning for 'one and a half' that is a int, not 1.5$",
        ),
        ("marks", {"$": 1}, r"^marks: expected a meaning for '\$' that is a str, not 1$"),
        ("forms", {"few": 3}, "^forms: expected a meaning for 'few' that is a str, not 3$"),
        (
            "paths",
            [("from", None)],
            "^paths: expected a meaning for 'from' that is a str, not None$",
        ),
        (
            "same_letters",
            [("ё", 1)],
            "^same_letters: expected a meaning for 'ё' that is a str, not 1$",
        ),
        ("vague", 24, "^words: expected phrases, each with its meaning, not 24$"),
        (
            "vague",
            ["dozens"],
            r"^words: expected phrases, each with its meaning, not \['dozens'\]$",
        ),
        ("units", {"km": ""}, "^units: expected a meaning for 'km' that is a str, not ''$"),
        ("zeros", "none", "^words: expected several phrases, not 'none'$"),
        ("zeros", 5, "^words: expected several phrases, not 5$"),
        ("zeros", [1, "none"], r"^words: expected phrases that are text, not \[1, 'none'\]$"),
        ("ranges", ["ab"], r"^words: expected pairs of phrases, not \['ab'\]$"),
        ("ranges", 5, "^words: expected pairs of phrases, not 5$"),
        (
            "ranges",
            [("", "and")],
            "^ranges: expected phrases with a word or a mark in them, not ''$",
        ),
        (
            "forms",
            {"a few dozen": "twelves"},
            "^forms: expected a phrase of the table, not 'twelves'$",
        ),
        (
            "forms",
            {"a few dozen": "some dozens", "some dozens": "dozens"},
            "^forms: expected a phrase of the table, not 'some dozens'$",
        ),
    ],
)
def test_a_table_refuses_what_is_no_word(field: str, value: object, expected: str) -> None:
    with pytest.raises(WordingError, match=expected):
        attrs.evolve(plain, **{field: value})
