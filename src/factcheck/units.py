"""Units of measurement: one row each, their algebra, and exact factors between them.

The only module that imports pint, and only when two different units of one dimension meet.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

# symbol | dimension | definition for pint, in the first unit of its dimension | Chinese words | English words | signs before a number
# `count` are classifiers: things counted, exact when printed without a scale. `person`, `household` count too, but apart from things.
_TABLE = """
元|[CNY]||元 元人民币 人民币元 人民币 块钱 圆|CNY yuan rmb cny renminbi|¥ RMB CNY 人民币 CN¥
USD|[USD]||美元 美金|USD dollars dollar usd|$ US$ USD
EUR|[EUR]||欧元|EUR euros euro eur|€ EUR
GBP|[GBP]||英镑|GBP pounds pound gbp sterling|£ GBP
便士|[GBP]|1/100 GBP|便士|p pence penny|
JPY|[JPY]||日元 日圆|JPY yen jpy|JPY JP¥
HKD|[HKD]||港元 港币|HKD hkd|HK$ HKD
INR|[INR]||卢比|INR rupees rupee inr|Rs Rs. INR ₹
CHF|[CHF]||瑞士法郎|francs chf|CHF
KRW|[KRW]||韩元|krw|₩ KRW
AUD|[AUD]||澳元|aud|A$ AU$ AUD
CAD|[CAD]||加元|cad|C$ CA$ CAD
SGD|[SGD]||新加坡元 新元|sgd|S$ SGD
TWD|[TWD]||新台币 新台币元|twd|NT$ TWD
NZD|[NZD]||新西兰元 纽元|nzd|NZ$ NZD
RUB|[RUB]||卢布|roubles rouble rubles ruble rub|₽ RUB
BRL|[BRL]||雷亚尔|reais real brl|R$ BRL
THB|[THB]||泰铢|baht thb|฿ THB
PLN|[PLN]||兹罗提|zloty zlotys pln|PLN
SEK|[SEK]||瑞典克朗|kronor sek|SEK
NOK|[NOK]||挪威克朗|nok|NOK
DKK|[DKK]||丹麦克朗|dkk|DKK
ZAR|[ZAR]||兰特|rand zar|ZAR R
MXN|[MXN]||墨西哥比索|mxn|MXN
TRY|[TRY]||土耳其里拉|lira|₺ TRY
VND|[VND]||越南盾|dong vnd|VND
IDR|[IDR]||印尼盾|rupiah idr|IDR Rp
MYR|[MYR]||林吉特|ringgit myr|MYR RM
PHP|[PHP]||菲律宾比索|php|PHP ₱ P
AED|[AED]||迪拉姆|dirhams aed|AED
SAR|[SAR]||沙特里亚尔|riyals sar|SAR
CZK|[CZK]||捷克克朗|koruna korunas czk|CZK
HUF|[HUF]||福林|forint forints huf|HUF
RON|[RON]||列伊||RON
ISK|[ISK]||冰岛克朗|isk|ISK
ILS|[ILS]||谢克尔|shekels shekel|₪ ILS NIS
NGN|[NGN]||奈拉|naira ngn|₦ NGN N
KES|[KES]||肯尼亚先令||KSh Ksh Sh KES
EGP|[EGP]||埃及镑|egp|EGP
PKR|[PKR]||巴基斯坦卢比|pkr|PKR
BDT|[BDT]||塔卡|taka bdt|BDT Tk
LKR|[LKR]||斯里兰卡卢比|lkr|LKR
ARS|[ARS]||阿根廷比索||ARS
COP|[COP]||哥伦比亚比索||COP
CLP|[CLP]||智利比索|clp|CLP
PEN|[PEN]||索尔||PEN
UAH|[UAH]||格里夫纳|hryvnia hryvnias uah|₴ UAH
MOP|[MOP]||澳门元 澳门币|patacas pataca|MOP MOP$
UGX|[UGX]||乌干达先令||UGX USh
TZS|[TZS]||坦桑尼亚先令||TZS TSh
GHS|[GHS]||塞地|cedis cedi|GHS GH¢ GH₵
ZMW|[ZMW]||克瓦查|kwacha|ZMW
BWP|[BWP]||普拉|pula|BWP
ETB|[ETB]||比尔|birr|ETB
RWF|[RWF]||卢旺达法郎||RWF
MAD|[MAD]||摩洛哥迪拉姆||MAD
NPR|[NPR]||尼泊尔卢比||NPR
MUR|[MUR]||毛里求斯卢比||MUR
MMK|[MMK]||缅元|kyat kyats|MMK
KHR|[KHR]||瑞尔|riel|KHR
LAK|[LAK]||基普|kip|LAK
MNT|[MNT]||图格里克|tugrik|MNT
BND|[BND]||文莱元||BND B$
FJD|[FJD]||斐济元||FJD FJ$
PGK|[PGK]||基那|kina|PGK
OMR|[OMR]||阿曼里亚尔||OMR
BHD|[BHD]||巴林第纳尔||BHD
JOD|[JOD]||约旦第纳尔||JOD
JMD|[JMD]||牙买加元||JMD J$
TTD|[TTD]||特立尼达和多巴哥元||TTD TT$
UYU|[UYU]||乌拉圭比索||UYU
BGN|[BGN]||列弗|leva lev|BGN
RSD|[RSD]||塞尔维亚第纳尔||RSD
GEL|[GEL]||拉里|lari|GEL
AZN|[AZN]||马纳特|manat|AZN
BYN|[BYN]||白俄罗斯卢布||BYN
UZS|[UZS]||苏姆||UZS
KZT|[KZT]||坚戈|tenge kzt|₸ KZT
QAR|[QAR]||卡塔尔里亚尔|qar|QAR
KWD|[KWD]||科威特第纳尔|dinars kwd|KWD
米|[length]||米|metres m meters metre meter|
厘米|[length]|1/100 米|厘米 公分|cm centimetres centimeters|
毫米|[length]|1/1000 米|毫米|mm millimetres millimeters|
千米|[length]|1000 米|千米 公里|km kilometres kilometers kilometre kilometer|
里|[length]|500 米|里 华里||
英里|[length]|1609344/1000 米|英里|miles mile|
英尺|[length]|3048/10000 米|英尺|feet ft foot|
海里|[length]|1852 米|海里|nmi|
平方米|[area]||平方米 平米 ㎡|m² m2 sqm sq_m square_metres square_meters|
平方公里|[area]|1000000 平方米|平方公里 平方千米|sq_km km² km2 square_kilometres square_kilometers|
公顷|[area]|10000 平方米|公顷|hectares hectare ha|
亩|[area]|2000/3 平方米|亩|mu|
英亩|[area]|40468564224/10000000 平方米|英亩|acres acre|
平方英尺|[area]|9290304/100000000 平方米|平方英尺|sq_ft square_feet|
平方英里|[area]|2589988110336/1000000 平方米|平方英里|square_miles sq_mi mi2 mi²|
立方米|[volume]||立方米|m³ m3 cubic_metres cubic_meters|
升|[volume]|1/1000 立方米|升 公升|litres liters litre liter|
毫升|[volume]|1/1000000 立方米|毫升|ml millilitres milliliters|
桶|[oil]||桶|barrels barrel bbl|
克|[mass]||克|g grams grammes gram|
千克|[mass]|1000 克|千克 公斤|kg kilograms kilogrammes kilogram kilos kilo|
毫克|[mass]|1/1000 克|毫克|mg milligrams|
微克|[mass]|1/1000000 克|微克|µg μg micrograms|
斤|[mass]|500 克|斤 市斤||
吨|[mass]|1000000 克|吨 公吨|tonnes t tonne tons ton|
长吨|[mass]|10160469088/10000 克|长吨|long_tons long_ton|
短吨|[mass]|90718474/100 克|短吨|short_tons short_ton|
磅|[mass]|45359237/100000 克|磅|lb lbs|
盎司|[mass]|28349523125/1000000000 克|盎司|oz ounces ounce|
吨标准煤|[coal]||吨标准煤 吨标煤||
吨公里|[freight]||吨公里|tonne-kilometres|
吨海里|[freight]|1852/1000 吨公里|吨海里||
人公里|[passage]||人公里|passenger-kilometres|
载重吨|[deadweight]||载重吨|dwt DWT|
标准箱|[TEU]||标准箱 标箱|TEU TEUs|
千瓦时|[energy]||千瓦时 千瓦小时 度电|kWh kilowatt-hours|
兆瓦时|[energy]|1000 千瓦时|兆瓦时|MWh megawatt-hours|
GWh|[energy]|1000000 千瓦时|吉瓦时|GWh gigawatt-hours|
TWh|[energy]|1000000000 千瓦时|太瓦时|TWh terawatt-hours|
千瓦|[power]||千瓦|kW kilowatts|
兆瓦|[power]|1000 千瓦|兆瓦|MW megawatts|
吉瓦|[power]|1000000 千瓦|吉瓦|GW gigawatts|
TW|[power]|1000000000 千瓦||TW terawatts|
千伏|[voltage]||千伏|kV kilovolts|
千伏安|[apparent power]||千伏安|kVA|
兆伏安|[apparent power]|1000 千伏安|兆伏安|MVA|
毫安时|[charge]||毫安时|mAh|
兆赫|[frequency]||兆赫 兆赫兹|MHz megahertz|
吉赫|[frequency]|1000 兆赫|吉赫 吉赫兹|GHz gigahertz|
Mbps|[data rate]||兆比特每秒|Mbps|
Gbps|[data rate]|1000 Mbps|吉比特每秒|Gbps|
TB|[data]||太字节|TB terabytes|
GB|[data]|1/1000 TB|吉字节|GB gigabytes|
PB|[data]|1000 TB||PB petabytes|
EB|[data]|1000000 TB||EB exabytes|
PFLOPS|[computing]||每秒千万亿次|PFLOPS petaflops|
EFLOPS|[computing]|1000 PFLOPS|每秒百亿亿次|EFLOPS exaflops|
纳米|[length]|1/1000000000 米|纳米|nm nanometres nanometers|
微米|[length]|1/1000000 米|微米|μm µm micrometres|
摄氏度|[temperature]||摄氏度 ℃|°C degrees degree|
度|[temperature]|1 摄氏度|度||
华氏度|[fahrenheit]||华氏度|°F|
点|[index points]||点||
年|[time]||年 周年 个年头|years year yrs yr|
月|[time]|1/12 年|个月|months month|
季|[time]|1/4 年|个季度|quarters|
天|[day]||天 日|days day|
周|[day]|7 天|周 个星期 星期|weeks week|
小时|[day]|1/24 天|小时 个小时 学时 课时|hours hour hrs h|
分钟|[day]|1/1440 天|分钟|minutes minute|
秒|[day]|1/86400 天|秒 秒钟|seconds|
pp|points||个百分点 百分点 pcts pct|percentage_points percentage_point pp ppt ppts p.p. pps|
bp|points|1/100 pp|个基点 基点|basis_points basis_point bps bp|
岁|[age]||岁 周岁||
分贝|[sound]||分贝|dB decibels|
人|person||人 名 位|people persons|
人次|[visit]||人次|visits visitors|
车次|[trip]||车次 班次 架次 辆次 艘次 列次|trips|
户|household||户|households|
倍|multiple||倍|times x|
星级|grade||星级||
级|count||级||
个|count||个||
所|count||所||
家|count||家||
项|count||项||
处|count||处||
件|count||件||
只|count||只||
头|count||头||
匹|count||匹||
羽|count||羽||
尾|count||尾||
台|count||台 台套||
套|count||套||
辆|count||辆||
架|count||架||
艘|count||艘||
列|count||列||
宗|count||宗||
起|count||起||
例|count||例||
笔|count||笔||
张|count||张||
座|count||座||
栋|count||栋||
幢|count||幢||
间|count||间||
条|count||条||
段|count||段||
道|count||道||
口|count||口||
眼|count||眼||
种|count||种||
类|count||类||
期|count||期||
批|count||批 批次||
届|count||届||
次|count||次||
场|count||场||
轮|count||轮||
县|count||县 县区||
村|count||村||
乡|count||乡||
镇|count||镇||
市|count||市||
省|count||省||
区|count||区||
国|count||国||
州|count||州||
校|count||校||
支|count||支||
门|count||门||
篇|count||篇||
部|count||部||
份|count||份||
册|count||册||
本|count||本||
幅|count||幅||
枚|count||枚||
块|count||块||
株|count||株||
棵|count||棵||
粒|count||粒||
片|count||片||
层|count||层||
班|count||班||
床|count||床||
张床位|count||张床位||
股|count||股|shares|
票|count||票|votes|
分|count||分||
户次|count||户次||
站|count||站||
院|count||院||
厂|count||厂||
店|count||店||
字|count||字||
页|count||页||
集|count||集||
对|count||对||
组|count||组||
队|count||队||
盒|count||盒||
瓶|count||瓶||
袋|count||袋||
箱|count||箱||
剂|count||剂 剂次|doses|
单|count||单||
卷|count||卷||
席|count||席||
趟|count||趟||
圈|count||圈||
局|count||局||
记|count||记||
杆|count||杆||
环|count||环||
学分|count||学分||
工日|count||工日||
车位|count||车位||
泊位|count||泊位||
铺位|count||铺位||
机位|count||机位||
颗|count||颗||
根|count||根||
款|count||款||
首|count||首||
盏|count||盏||
副|count||副||
把|count||把||
桌|count||桌||
台次|count||台次||
件次|count||件次||
例次|count||例次||
场次|count||场次||
"""


class Unit(NamedTuple):
    """One row of the table; `definition` is what pint is told, "" for the first unit of a dimension."""

    symbol: str
    dimension: str
    definition: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    signs: tuple[str, ...]

    @property
    def countable(self) -> bool:
        """Printed without a scale (167个) it is exact."""
        return self.dimension in COUNTED


COUNTED = frozenset({"count", "person", "household", "[visit]", "[trip]", "grade"})


def _row(line: str) -> Unit:
    symbol, dimension, definition, zh, en, signs = line.split("|")
    english = tuple(word.replace("_", " ") for word in en.split())
    return Unit(symbol, dimension, definition, tuple(zh.split()), english, tuple(signs.split()))


UNITS: dict[str, Unit] = {}
for _line in _TABLE.strip().splitlines():
    _unit = _row(_line)
    UNITS[_unit.symbol] = _unit

ZH_WORDS = {word: unit.symbol for unit in UNITS.values() for word in reversed(unit.zh)}
EN_WORDS = {word: unit.symbol for unit in UNITS.values() for word in unit.en}
SIGNS = {sign: unit.symbol for unit in UNITS.values() for sign in unit.signs}
# What a quantity without a unit of measurement is counted in.
PURE = ""
POINTS = "pp"

# A unit of measurement as a product of powers: (("元", 1), ("年", -1)) is 元/年; () is a pure number.
Powers = tuple[tuple[str, int], ...]


class UnitError(ValueError):
    """Two quantities that cannot be compared or added."""


@lru_cache(4096)
def parse_unit(text: str) -> Powers:
    """`元/年` as powers. Raises UnitError for a word that is no unit."""
    if text in ("", "%"):
        return ()
    powers: dict[str, int] = {}
    for position, word in enumerate(text.split("/")):
        if not word and position == 0:
            continue
        symbol = symbol_of(word)
        powers[symbol] = powers.get(symbol, 0) + (-1 if position else 1)
    return _normal(powers)


def symbol_of(word: str) -> str:
    """The symbol of a unit's word, in either language or as a sign; an English noun counts things and stands for itself. Raises UnitError."""
    word = word.strip()
    if word in UNITS:
        return word
    for table in (ZH_WORDS, EN_WORDS, SIGNS):
        if word in table:
            return table[word]
    if word.isascii() and word.replace("-", "").isalpha() and word.islower():
        return word
    raise UnitError(f"no unit is called {word!r}")


def format_unit(powers: Powers) -> str:
    """元/年 for (("元", 1), ("年", -1))."""
    above = "·".join(symbol + ("" if n == 1 else str(n)) for symbol, n in powers if n > 0)
    below = "".join("/" + symbol + ("" if n == -1 else str(-n)) for symbol, n in powers if n < 0)
    return above + below


def unit_name(unit: str, chinese: bool) -> str:
    """How a report's readers call `unit`: 人/平方公里, people/sq km."""
    if chinese:
        return unit
    return "/".join((UNITS[word].en or (word,))[0] if word in UNITS else word for word in unit.split("/"))


def _normal(powers: dict[str, int]) -> Powers:
    return tuple(sorted((symbol, n) for symbol, n in powers.items() if n))


def times(a: Powers, b: Powers) -> tuple[Powers, Fraction]:
    """The unit of a product, and the factor that comes of writing one unit for each dimension."""
    return _combine(a, b, 1)


def divided(a: Powers, b: Powers) -> tuple[Powers, Fraction]:
    return _combine(a, b, -1)


_ONE = Fraction(1)


@lru_cache(4096)
def _combine(a: Powers, b: Powers, sign: int) -> tuple[Powers, Fraction]:
    if not b:
        return a, _ONE
    powers, factor = dict(a), _ONE
    for symbol, n in b:
        twin = symbol
        if symbol not in powers:
            twin = next((s for s in powers if s != symbol and dimension_of(s) == dimension_of(symbol)), symbol)
        if twin != symbol:
            factor *= factor_between(symbol, twin) ** (n * sign)
        powers[twin] = powers.get(twin, 0) + n * sign
    return _normal(powers), factor


def dimension_of(symbol: str) -> str:
    unit = UNITS.get(symbol)
    return unit.dimension if unit else "count"


def dimension(powers: Powers) -> tuple[tuple[str, int], ...]:
    """What is measured, apart from the size of the unit. Things counted have no dimension: 2户 is to 人 what 2 is."""
    total: dict[str, int] = {}
    for symbol, n in powers:
        total[dimension_of(symbol)] = total.get(dimension_of(symbol), 0) + n
    return _normal(total)


@lru_cache(4096)
def conversion(source: Powers, target: Powers) -> Fraction:
    """What a value in `source` is multiplied by to be in `target`. Raises UnitError if they measure different things.

    A pure number may stand for any count: 13 for 13个.
    """
    if source == target:
        return Fraction(1)
    if dimension(source) != dimension(target):
        counted = {(d, 1) for d in ("count", "multiple")}
        if not (source and target) and set(dimension(source + target)) <= counted:
            return Fraction(1)
        raise UnitError(f"{format_unit(source) or '1'} and {format_unit(target) or '1'} do not measure the same thing")
    factor = Fraction(1)
    rest = list(target)
    for symbol, n in source:
        twin = next((t for t in rest if dimension_of(t[0]) == dimension_of(symbol)), None)
        if twin is None:
            raise UnitError(f"{format_unit(source)} and {format_unit(target)} are not made of the same units")
        if twin[1] == n:
            rest.remove(twin)
        factor *= factor_between(symbol, twin[0]) ** n
    return factor


@cache
def factor_between(source: str, target: str) -> Fraction:
    """How many `target` one `source` is, exactly; things counted are all alike. Raises UnitError."""
    if source == target or dimension_of(source) == dimension_of(target) in COUNTED:
        return Fraction(1)
    if dimension_of(source) != dimension_of(target):
        raise UnitError(f"{source} and {target} do not measure the same thing")
    return _in_first_units(source) / _in_first_units(target)


def _in_first_units(symbol: str) -> Fraction:
    """How many of the first unit of its dimension one `symbol` is: pint's answer, kept in `factors` so that pint need not be imported."""
    from .factors import FACTORS

    kept = FACTORS.get(symbol)
    return Fraction(kept) if kept else ask_pint(symbol)


def ask_pint(symbol: str) -> Fraction:
    """How many of the first unit of its dimension one `symbol` is, as pint makes it of the table."""
    return Fraction(_registry().Quantity(Fraction(1), _pint_name(symbol)).to_root_units().magnitude)


def _pint_name(symbol: str) -> str:
    return "u" + "_".join(f"{ord(c):x}" for c in symbol)


@cache
def _registry():
    """A pint registry that holds our rows and nothing else, with exact factors."""
    import pint

    registry = pint.UnitRegistry(None, non_int_type=Fraction)
    for unit in UNITS.values():
        if unit.dimension in COUNTED:
            continue
        name = _pint_name(unit.symbol)
        if not unit.definition:
            registry.define(f"{name} = [{name}]")
        else:
            number, base = unit.definition.split(" ")
            over, _, under = number.partition("/")
            registry.define(f"{name} = {over} / {under or 1} * {_pint_name(base)}")
    return registry
