"""English words that say what a figure claims to be, for `scan`: one table of cues, read over text whose figures are already tokens."""

from __future__ import annotations

RISE = ("rose rise rises rising risen increased increase increases increasing grew grow grows growing growth grown climbed climb climbs climbing gained gain gains gaining jumped jump jumps jumping "
        "surged surge surges surging soared soar up advanced advance advances expanded expand expands expansion expanding higher added adding more larger greater lifted lift raised "
        "raise raises raising boosting rebounding accelerating recovering strengthening accelerated picked_up strengthened boost boosted uplift upturn older taller longer extra additional faster ahead widened swelled leapt leap rebounded recovered hike "
        "upgraded quickened heavier bigger richer rocketed ballooned mounted appreciation appreciated spike spiked lengthened lengthen lengthens lengthening stretched deepened thickened firmed firmer strengthened "
        "swollen multiplied escalated vaulted zoomed swelling mushroomed mushrooming burgeoned leaping hiked hikes upped heightened intensified dearer costlier pricier warmer hotter wetter busier deeper denser wider "
        "steeper wealthier louder brighter stronger sturdier fatter thicker widening deepening enlarged enlarges augmented topped_up stepped_up outgrew overshoot overshot accumulated "
        "swells widens deepens mounts boosts lifts adds upswing increment skyrocketed skyrocketing rallied rally rallies appreciating regained revived revival inflated crept step-up premium mark-up markup pickup pick-up bounce upsurge spurt uptick upward upswings fattened overspent overran overrun overruns firms heavier_by as_much_again as_many_again as_large_again as_big_again as_high_again").split()
FALL = ("fell fall falls falling fallen decreased decrease decreases decreasing declined decline declines declining dropped drop drops dropping lost lose loses losing shrank shrink shrinks shrinking shrunk "
        "slipped slip slips sank sink sinks slumped slump plunged plunge plunges tumbled tumble down reduced reduce reduces reduction lower lowered contracted contract contraction cut cuts fewer less smaller "
        "eased ease dipped dip slid slide shed narrowed weaker slowed slowdown younger shorter slashed sagged retreated receded receding short behind dwindled saving depreciated depreciation halving conceding cheaper lighter "
        "downgraded crumbled dwindling trimmed dented sinking shortened shorten shortens shortening diminished diminishing diminish shaved shaving pared curtailed curbed thinned faded weakened softened softer cooled cooler colder "
        "drier quieter poorer thinner shallower narrower slimmer leaner scaled_back cut_back cutback cuts_back cutting_back dropped_off tailed_off fell_away fell_off withered waned ebbed crashed crash collapsed collapse collapses "
        "nosedived haemorrhaged hemorrhaged forfeited slackened lightened lessened subsided deflated undershoot undershot undershooting skidded drawdown shortening slowing slow slows moderated moderating moderate "
        "abated erased eroded erosion dwindle dwindles shrinkage shrinks narrowing narrows shedding sheds losing easing cutting lowering slipping sliding slumping plummeted plummet plummets nosedive wiped_off wiped shorn docked "
        "stripped knocked_off weakens weakening dropping depleted depletion tailed tapered downturn setback retrenched discount underspend underspent cheapened evaporated vanished underspent underran downtick slide slides retreat retreats attrition haircut markdown mark-down write-down pullback tumble tumbles rout").split()
CHANGE = "improvement improved improve improves better worse deteriorated worsened change changed changes moved went gone going goes swing swings swung changing moving shifted shift edged inched ticked nudged drifted worsening worsens improves improving deteriorates deteriorating deterioration turned".split()

# Prepositions that compare: 55% under the $14.4m of last year.
AGAINST = {"ahead of": 1, "shy of": -1, "above": 1, "below": -1, "under": -1, "over": 1, "short of": -1}
# These compare only behind a figure or a change: over the summer, under his presidency.
ALSO_DURING = ("over", "under")
# Verbs that compare two levels.
OUTDO = {"exceeded": 1, "exceeds": 1, "exceed": 1, "exceeding": 1, "surpassed": 1, "surpasses": 1, "outstripped": 1, "outnumbered": 1, "topped": 1, "trailed": -1}
PLACES = "in at for among during within across"

CUES = {
    "F": "from",
    "T": "to reaching reached reach reaches hit hitting totalling_to becoming become became at_to towards",
    "B": "by",
    "C": ("than beating eclipsing bettering compared_with compared_to as_compared_with as_compared_to against as_against versus vs vs. relative_to on_the on after the_corresponding compares_with compare_with in_comparison_with in_comparison_to by_comparison_with measured_against stacked_up_against set_beside as_opposed_to rather_than in_contrast_to in_contrast_with up_against set_against where_previously following instead_of in_place_of follows"),
    "P": ("a_year_earlier a_year_ago a_year_before the_year_before the_year_earlier the_previous_year the_preceding_year the_prior_year last_year previous_year prior_year prior_period previous_quarter last_quarter last_month previous_month "
          "the_month_before twelve_months_earlier twelve_months_ago months_ago months_earlier years_ago years_earlier year_earlier year_ago earlier ago the_same_period same_period same_quarter "
          "previously formerly then the_year_previous ten_years_before years_before at_the_start start_of_the_year preceding prior previous in_the_past corresponding used_to_be originally "
          "at_the_beginning last_season the_season_before last_time year-ago year-earlier prior-year previous_month previous_season previous_financial_year previous_fiscal_year previous_census previous_survey previous_edition previous_count previous_period previous_week "
          "previous the_week_before the_week_earlier the_day_before the_quarter_before a_decade_before a_decade_earlier a_decade_ago a_month_before a_month_earlier a_month_ago a_week_earlier a_week_before a_week_ago a_day_ago a_day_earlier a_season_earlier two_years_before "
          "years_previously months_before months_previously decades_ago decades_earlier decades_before weeks_earlier weeks_ago weeks_before days_earlier days_ago initially at_the_outset to_begin_with until_then hitherto last_spring "
          "last_summer last_autumn last_winter last_fall last_week last_term last_decade last_century last_january last_february last_march last_april last_may last_june last_july last_august last_september last_october last_november "
          "last_december pre-crisis pre-war pre-pandemic pre-covid a_generation_ago a_generation_earlier a_century_ago a_century_earlier the_period_before had_stood_at had_numbered having_been having_stood_at having_numbered having_totalled having_averaged having_started_at having_opened_at having_begun_at budgeted_at budgeted expected_at forecast_at"),
    "N": "now this_year currently today at_present current this_quarter this_month latest at_its_end by_the_end this_season this_time at_the_end the_year_after present-day a_year_later a_year_on years_later years_on months_later months_on decades_later decades_on weeks_later the_following_year the_next_year a_decade_later a_decade_on a_month_later "
         "a_century_later the_following_month the_following_season this_spring this_summer this_autumn this_winter this_fall these_days nowadays at_the_latest_count at_the_last_count as_it_stands presently since_then afterwards",
    "Y": ("a_year per_year annually per_annum yearly each_year every_year cagr compound_annual_growth_rate compound_annual_rate average_annual average_annual_growth_rate annual_average annualised annualized compound_annual_growth a_year_on_average "
          "compounded compound annual_rate annual_growth_rate p.a. pa a_month"),
    "m": "in_two_years over_two_years over_three_years altogether_compounded",
    "S": ("accounted_for accounts_for accounting_for account_for make_up makes_up share share_of proportion proportion_of represents represented representing constitutes constituted constituting "
          "equal_to equals margin margin_of percentage fraction ratio ratio_of rate_of contributed constitute making_up made_up taking_up took_up takes_up comprised_some representing_some amounting_to portion slice quota chunk percentage_of corresponds_to corresponding_to"),
    "O": "of out_of among amongst in_a_total_of",
    "K": ("between_the_two between_the_three between_the_four cumulatively in_all altogether in_total a_total_of total_of total totals totalled totaled totalling totaling combined together sum sums making makes make gives give giving brings_the_total_to bringing_the_total_to bring_the_total_to brought_the_total_to puts_the_total_at put_the_total_at putting_the_total_at puts_the_total_to taking_the_total_to takes_the_total_to took_the_total_to take_the_total_to add_up adds_up added_up add_up_to adds_up_to added_up_to overall all grand_total aggregate in_aggregate between_them tally "
          "come_to comes_to came_to entire whole"),
    "I": "of_it of_which of_this of_that of_whom of_them of_these of_those among_them among_these including include includes included in_particular some_of_them",
    "J": "spread_over spread_across spread_among comprised consisting_of consists_of consist_of split_between divided_between divided_among shared_between shared_among split_among comprising comprises comprise comprised_of made_up_of breaks_down_into break_down_into broken_down_into divided_into split_into split_two_ways split_three_ways split_four_ways divided_two_ways divided_three_ways splits_into divides_into falls_into fall_into breaks_down_as came_from comes_from broken_down made_of namely as_follows",
    "R": "leaving leaves left remaining remainder remain remains the_rest rest balance the_balance the_other others other which_leaves a_further",
    "H": "respectively each_respectively",
    "A": "average_out_at averages_out_at averaged_out_at average_out_to averages_out_to averaging_out_at per each every a_head apiece on_average average averaged averages averaging an_average_of a_mean_of a_median_of mean per_head a_day a_piece per_capita a_week daily weekly monthly hourly a_person for_each for_every to_each to_every in_each in_every on_each on_every of_each of_every every_day each_day every_week each_week every_month each_month every_hour each_hour an_hour a_minute per_day per_week per_month per_hour per_minute a_night per_night a_time",
    "G": "was_short_of were_short_of is_short_of are_short_of margin_of_votes difference gap lead led deficit surplus shortfall excess spread majority difference_of beat behind margin_over winning_by won_by win_by lost_by losing_by",
    "L": "cash_used_in cash_used outflow outflows net_outflow loss net_loss losses lost_money losing_money",
    "E": "or meaning meaning_that which_means which_meant i.e. i.e works_out_at work_out_at worked_out_at works_out_to amounts_to_an equals that_is that_is_to_say equivalent equivalently in_other_words e.g. about_or hence thus so equivalent_to which_is namely_that ie",
    "a": "and adding plus as_well_as & with",
    "n": "besides apart_from not_counting not no never neither nor without excluding except excepting",
    "b": "contribution contributing",
    ",": "while whereas but although though",
}
CUES["K"] += "".join(f" {verb}_the_{noun}_{to}" for verb, to in (("brings", "to"), ("bringing", "to"), ("bring", "to"), ("brought", "to"), ("takes", "to"), ("taking", "to"), ("took", "to"), ("puts", "at"), ("putting", "at"), ("put", "at"))
                     for noun in "bill tally count number sum cost figure toll amount overall_total grand_total combined_total".split())
FLAGS = ("absolute_risk absolute_reduction absolute_difference absolute_increase like-for-like real_terms in_real_terms real constant_currency constant_currencies constant_exchange_rates constant_prices constant_price organic organically inflation-adjusted adjusted_for_inflation comparable_basis comparable "
         "underlying_basis excluding_currency seasonally_adjusted annualised_rate annualized_rate same-store on_a_comparable excluding_fuel pro_forma pro-forma local_currency volume_terms in_volume by_volume in_value_terms measured_in expressed_in in_dollars in_euros in_dollar_terms in_euro_terms in_sterling_terms in_local_currencies in_local_currency at_fixed_exchange_rates fixed_exchange_rates at_unchanged_exchange_rates exchange_rate_effects currency-neutral currency-adjusted currency_effects price-adjusted calendar-adjusted adjusted_for unadjusted_for adjusting_for allowing_for after_allowing_for corrected_for deflated stripping_out stripped_of leaving_aside left_aside leaving_out excluding_acquisitions excluding_the_acquisition excluding_disposals excluding_one-offs excluding_exceptional_items before_exceptional_items on_the_same_basis on_a_like basis_comparable same-shop same_store same_stores like_for_like comparable-store comparable-shop rebased chain-linked chain-volume working-day trading-day seasonally-adjusted purchasing_power per-share_basis ex-fuel pro-rata pro_rata including_acquisitions forecast_to_rise forecast_to_grow forecast_to_fall ex_fuel in_cash_terms in_nominal_terms hard-currency inflation-linked net_of_currency today's_prices today's_money constant_dollars constant_euros chained_dollars real-terms fixed_prices unchanged_prices stable_prices price_effects purchasing_power_terms "
         "month-on-month quarter-on-quarter month_on_month quarter_on_quarter weighted after_inflation net_of_inflation nominal_terms").split()
CONVENTION = r"\b(?:GDP|GVA|GNP|[Gg]ross (?:domestic|national|regional) product|[Gg]ross value added)\b"
PLAIN = ("look_after looks_after looked_after looking_after name_after named_after year-over-year year_over_year due_primarily_to due_mainly_to due_largely_to due_principally_to due_partly_to due_in_part_to primarily_due_to mainly_due_to a_little a_bit a_touch a_shade a_fraction put_on puts_on putting_on on_time on_schedule on_track on_course due_to owing_to thanks_to attributable_to relating_to related_to according_to subject_to them at_a_time before_depreciation after_depreciation depreciation_and_amortisation depreciation_and_amortization remaining_unchanged remained_unchanged remain_unchanged average_year in_an_average_year accordingly therefore consequently correspondingly amounted_to amount_to amounts_to after_tax after-tax before_tax net_of_tax he_or_she his_or_her him_or_her having real_estate real_time further in_a_week in_a_month in_a_day in_a_quarter in_a_decade within_a_week within_a_month over_a_year over_the_week over_the_month within_a_decade within_a_year in_a_year after_a_year a an the it its it's is are was were be been being has have had this that these those which who whom there their they he she his her him we our you i as well in at for with very just only even still also "
         "yet some about around roughly approximately nearly almost slightly sharply steadily strongly marginally significantly substantially considerably again further to_date came come comes stood stands amounted amounting figure figures number numbers record level value amount amounts "
         "will would should could can may might must do does did period time during same full whole_year figure_of result results roughly exactly precisely fully no_less odd so_called recorded reported reached_a put means meant i.e represents_a "
         "respective what when where year years quarter half first second third fourth q1 q2 q3 q4 h1 h2 fy fiscal financial month months decade since mid early late end by_then itself so to_be showing shows show shown giving gave "
         "yielding yields yielded resulting result_in equivalent_of translates translating implying implies marking marks marked is_a an_overall overall_figure pct per_cent percent until once ever "
         "taking taken takes bringing brought brings seen saw see putting worth rate rates january february march april may june july august september october november december").split()
PARTITIONS = ("men women|male female|males females|boys girls|urban rural|domestic international|domestic foreign|domestically abroad|home abroad|residents non-residents|public private|primary secondary tertiary|contract prepaid|new used").split("|")
RATE_TAILS = ""
AGE_TAILS = ""
# What an average word divides by.
PER = {"a day": "天", "daily": "天", "every day": "天", "each day": "天", "per day": "天", "a night": "天", "per night": "天", "every week": "周", "each week": "周", "per week": "周", "every month": "月", "each month": "月", "per month": "月",
       "every hour": "小时", "each hour": "小时", "an hour": "小时", "per hour": "小时", "a minute": "分钟", "per minute": "分钟", "a head": "人", "per head": "人", "a person": "人", "per capita": "人", "a week": "周", "weekly": "周", "monthly": "月", "a month": "月", "hourly": "小时",
       "a year": "年", "per year": "年", "annually": "年", "yearly": "年", "per annum": "年", "each year": "年", "every year": "年", "capita": "人", "head": "人", "person": "人", "resident": "人"}
# Words that say that the parts before are summed.
FIRM_TOTALS = ("giving totalling totaling adding_up_to coming_to in_all altogether in_total a_total_of total_of totals totalled totaled totalling totaling combined together sum making makes make gives give add_up adds_up added_up add_up_to adds_up_to added_up_to come_to comes_to came_to grand_total between_them "
               "puts_the_total_at put_the_total_at putting_the_total_at bringing_the_total_to bring_the_total_to brought_the_total_to taking_the_total_to takes_the_total_to took_the_total_to brings_the_total_to")
RESTATING = (r"\b(?:just|already|earlier|before|above) (?:given|quoted|mentioned|named|cited|referred to|stated|noted)\b", r"as (?:noted|stated|mentioned|reported|shown|said|seen|table)\b", r"\bnoted above", r"\bagain\b", r"\brepeat", r"\baforementioned", r"\babove-mentioned", r"\bthe same\b", r"\bin detail\b", r"\bprecisely\b", r"\bth[eo]se \d", r"\bth(?:at|is) [a-z-]+ of\b")
TOTAL_ROW = r"^\W{0,3}(?:grand |sub-?|overall |combined )?totals?\b|^\W{0,3}(?:all(?: \w+)?|sum|overall|in all|altogether|(?:whole )?group|combined)$"
COLUMN_HEADS = {"now": "this year|current|latest|now|actual", "before": "last year|previous|prior|before|earlier|base", "change": "change|growth|increase|%|variance|difference"}
LASTING = r"after|over|for |within|span|lasted|that is|i\\.e|year-|[a-z]-year"
RATIO = r"(?:ratio|rate)(?: of| was| is| stood at| at)?(?: about| some)? ?$"
FIVE_YEARS = r"[Ff]ive-[Yy]ear [Pp]lan"
# A profit of 12 on sales of 150, 12 after tax of 3: no comparison unless a change stands before the word.
BESIDE = "on on_the after following"
# Words of a total that may stand behind its figure: 15,000 in all.
BEHIND = "between_the_two between_the_three between_the_four in_all altogether in_total combined together all overall total in_aggregate between_them sum entire whole aggregate"
RESUMING = r"\b(?:it|they|he|she|this|that|having|the (?:figure|number|total|count|sum|amount|price|rate|level|same)|where there)\b|\bwhen\b"
# These name another level than an earlier one: its lowest since 3.98%.
AS_MUCH = r" (?:as (?:much|many|large|big|high|long|old|heavy|expensive|dear|likely|wide|far|tall|deep)(?: as\b|(?=[.,;:]|$))|(?:that|those|the (?:size|number|amount|price|rate|level|cost|value|length|weight)) of\b|(?:more|higher|larger|bigger|longer|dearer)(?: than\b|(?=[.,;:]|$)))"
MEASURES = r"(?:\w+[ -])?(?:budget|target|plan|forecast|estimate|quota|par|average|limit|norm|allocation|ceiling|guideline|minimum|maximum|rival|that|those|what|expectation|schedule|runner)"
PARTITIVES = "of_it of_this of_that of_them of_these of_those"
RESUMED = r"(?:They|It) (?:was|were|is|are|had|has|have)\b"
FURTHERMORE = r"\b(?:fell|rose|dropped|declined|increased|grew|gained|lost|climbed|slipped|decreased|by) (?:a )?(?:further|another)\b|\b(?:further|another) (?:fall|rise|drop|decline|increase|gain|loss) of\b"
RUNNING = r"\b(?:runs?|valid|binding|lasts|is|concluded|agreed|fixed) for $"
# A rate of 74% for those aged 15 to 64: of another whole.
OTHER_POPULATION = (r"\s+((?:for|among) (?:those|people|persons|adults|men|women|the population) (?:aged|over|under|between|who))\b|"
                    r"\s+(?:higher |lower |more |less )?(?:from|than|on|above|below|versus|against|compared (?:with|to)) ((?:(?:the|its|our|their) )?(?:last|previous|prior|earlier|latest|official|own|initial|original) (?:forecast|projection|estimate|guidance|outlook|plan)s?)\b(?!,? (?:of|was|had been)? ?\W?\d)")
# Sums that are not of what stands before them: a net gain of 24.
WEIGHED = r"\bnet\b"
OTHER_LEVELS = r"\b(?:lowest|highest|fewest|smallest|largest|biggest|most|least|best|worst|record|average of|consensus|expectations?|estimates?|target|targets|forecast|limit|ceiling|peak)\b"
ON = ("on", "on the")
BECOMING = ("becom", "became")
RAISED = "raised raises raise raising"
RELATIVE = r"\s*(?:which|when|who|where)\b"
PERIODS = r"\b(?:january|february|march|april|june|july|august|september|october|november|december|in may|spring|summer|autumn|winter|quarter|first half|second half|half-year|alone|nationally|nationwide|overall|worldwide|elsewhere)\b"
UNREAL = r"\b(?:expected|forecast|hoped|predicted|target|targeted|planned|feared|promised|instead|demanded|sought|proposed|projected|pencilled|aim|aimed|assumed|consensus|needed|required|must (?:show|reach|meet|deliver|achieve)|would have)\b"
ANNUAL = r"\b(?:year[- ]on[- ]year|year[- ]over[- ]year|yoy|on the year|over the year|annual rate)\b"
IN_PLACE_OF = "instead_of in_place_of rather_than"
REPLACING = "instead_of in_place_of rather_than as_against as_compared_with compared_with compared_to versus against than"
NOUN_CHANGES = "growth gain gains loss losses decline rise increase reduction jump surge leap drop fall"
COMPARING_HEDGES = ("over", "above", "below", "under")
PASSING_HEDGES = ("below", "under", "above", "past")
BORN = r"\b(?:born|birth)\b|\b\d{4}\s?[-–—]\s?\d{4}\b"
SPELLED_OUT = {"quotient": r"[^,.;]{0,24} divided by [^,.;]{0,24}", "product": r"[^,.;]{0,24} multiplied by [^,.;]{0,24}", "difference": r"[^,.;]{0,24} minus [^,.;]{0,24}"}
THAT_MAKES = r"\s*(?:That|This|Which|Together|Added|Put together)\b[^.;:\d]{0,16}\b(?:make|makes|made|give|gives|gave|bring|brings|came|comes|come)\b"
BRINGING = "bringing brings brought bring taking takes took putting puts"
TOPMOST = r"\btop[ -]$"
GIVING_A_REASON = r"[,;] (?:since|because|given that|inasmuch as)\b[^,;]*$"
THESE = r"\b(?:the|these|those|all|its|his|her|their|our)\s*$"
MULTIPLIED = r"\bmultipl(?:y|ied|ies|ying) by\s*$|\bby a factor of\s*$"
AGED = r"\b(?:aged|age of|at age)\s*$"
SPEEDS = ("fast", "faster", "quick", "quickly", "rapid", "rapidly", "slow", "slowly", "likely")
MONTHLY = ("month", "quarter")
PHRASAL = "handed handing took taken take takes taking turned turning carried carries hand"
EXCHANGE = r"\b(?:to|against|per|versus) the (?:us |american )?(?:dollar|euro|pound|yen|franc|greenback)\b"
DECADE = r"\b(?:the|a|past|last|next) decade\b"
DEGREES = "more less"
COMPARATIVES = "more less fewer higher lower longer shorter older younger ahead behind heavier lighter cheaper dearer taller larger smaller bigger greater better worse faster slower"
TIMED = (r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|winter|quarter|half|year|month|week|decade|season|century|"
         r"now|today|had|having|when|where|once|earlier|later|before|after|then|since|first|second|third|years|months|weeks|days|term|session|(?:18|19|20)\d\d)\b")
STRETCHES = r"\b(?:quarter|half|months|full year|whole year|year to date|weeks|calendar year)\b"
BETTER = "improved improves improve improving improvement better"
WORSE = "worsened worsens worsening worse deteriorated deteriorates deteriorating deterioration"
# Measures of which more is better, and of which less is. Stems.
GOOD = ("employment margin occupanc response turnout literac punctual productiv satisf confidence sentiment index yield efficien attendance enrolment enrollment coverage survival profit earnings revenue sales rating score liquidity "
        "solvency collection graduation attainment approval trust pass on-time uptake utilisation utilization retention recovery recycling conversion participation completion")
BAD = ("unemployment jobless deficit loss debt mortalit death povert inflation crime burglar theft waiting queue delay accident casualt infection dropout drop-out default arrear vacanc absen illiterac combined leverage emission pollut "
       "churn turnaround backlog injur cancell complain overdose homeless truan reoffend deforest undernourish hunger obes smoking misconduct error fault cost-to-income cost/income efficiency_ratio loss_ratio non-performing bad npl gearing response_time time")
EXACT_SPAN = r"^ (?:later|after|before|earlier|on\b|ago|apart|hence|between)"
BEGINNING = (r"\bfirst \w+ed\b|\b(?:entered|joined|laid down|put up|born|founded|established|built|opened|launched|began|begun|start(?:ed|s)?|since|created|elected|appointed|joined|took over|introduced|inaugurated|completed|incorporated|set up|granted|signed|crowned|married|discovered|"
             r"published|formed|lit|from|between|erected|constructed|laid|installed|chartered|enacted|passed|sank|sunk|throne|abolished|came to power|came into force|arrived|moved|settled|planted|unveiled|issued|licensed|commissioned|closed|last)\b")
# A stroke stands for the end of the span.
LASTED = (r"\b(?:marks?|marked|marking|celebrat\w+)\s+\S+(?:[ -]\S+)?\||\bafter \S+(?: \S+)?[ -]years?\|(?:[.,;:)]| (?:with|at|as|in the|on the)\b)|\b(?:lasted|lasting|took|taking|(?:term|tenure|stint|mandate|run|reign|career|age|life|spell|period|gap|wait|interval|span|existence|stretch|stay|service) of|aged)\s+\S+(?:[ -]\S+)?\|"
          r"|\b(?:been|reigned|served|stood|ruled|ran|lived|worked|operated|governed|remained|survived|existed|waited|led|chaired|lasted|held)\b[^,;.|]{0,30} for [^,;.|]{1,24}\||\| (?:had|have|has) (?:gone by|gone|passed|elapsed)\b|(?:anniversary|birthday|-year)\|(?!-old)"
          r"|\b(?:lay|elapsed|passed|separate[sd]?)\s+\S+(?:[ -]\S+)?\||\| (?:later|after|before|earlier|apart|between|in (?:business|operation|print|production|opposition|government|office|the post|power|the job|charge|all|existence|prison|exile|service)|at the (?:helm|head|top)|of (?:service|existence|reign|rule|independence|marriage))\b")
# Periods that may be the one spoken of where an earlier one stands beside it.
LAST = "last "
# A balance below zero: to a surplus of 2 from a deficit of 18 it is 20.
DEFICITS = "deficit shortfall"
# A margin of 5% is a share, a margin of $17 a gap.
GAPS_OF_AMOUNTS = "margin margin_of"
# Over and above compare behind these: a jump over $50 million is none of $50 million.
CHANGE_NOUNS = "jump increase rise growth gain decline drop fall premium improvement advance surge decrease reduction hike uplift higher lower more less"
# Words for an average that stand before it.
AVERAGES = "average averaged averages averaging an_average_of a_mean_of a_median_of mean on_average"
# A rest, or one more member of a list.
FAINT_RESTS = "other others balance"
# In constructions: the words that a group of this name stands for.
GROUPS = {"within": "included", 
    "at": "at",
    "on": "on",
    "fee": "fee fees levy tax duty commission charge interest royalty surcharge tariff vat premium tithe margin",
    "unity": "one 1",
    "less": "less minus",
    "price": "cost costs costing price prices priced fee fees fare fares charge charged charges rent rents wage wages salary salaries ticket tickets",
    "former": "former",
    "latter": "latter",
    "add": "add adding plus",
    "rest": "leaving leaves left remainder rest remaining others balance",
    "but": "but",
    "covered": "covered subscribed oversubscribed over-subscribed oversold",
}
# After a figure "a" means for each, but not before these.
NO_UNITS = "year|month|day|week|quarter|total|record|further|fall|rise|gain|drop|decline|decrease|increase|reduction|loss|profit|share|margin|good|little|lot|few|bit|head|piece|person"
# Whole constructions over codes (see scan/words.py); <role=code> is the figure that plays a role of the rule. A alarms, B too unless far off, C confirms only.
CONSTRUCTIONS = (
    # With 4,618 of the 7,905 votes she won on 58.4%
    ("share", "B", r"(?:^|[;.])[iaC]?<part=q>w?O[wKW]{0,2}<whole=q>[wV]{0,2},[^qpxtd;.:V]{0,5}<result=p>(?=[.;]|$)"),
    # 1,146 of the 1,320 pupils on the roll had been seen (87%)
    ("share", "B", r"<part=q>w?OK?[wW]?<whole=q>[^qpxtd;.,:()]{0,6}\(E?S?<result=p>\)"),
    # 1.17 of the 3.11 million hectares given over to it, a share of 37.6%
    ("share", "A", r"<part=q>w?OK?[wW]?<whole=q>[^qpxtd;.,:()]{1,6},S<result=p>(?=[),.;:]|$)"),
    # In the 120-seat house it holds 58 seats, 48% of the total
    ("share", "B", r"(?:^|[;.])i<whole=q>[^qpxtd;.,]{0,6}<part=q>,E?<result=p>OK"),
    # Three in five released came back, the ministry says (4,318 of 7,200)
    ("share", "B", r"<result=p>[^qpxtd;.:()]{0,14}\(<part=q>w?O~<whole=q>\)"),
    # 45 of the 60 schools, or 75%
    ("share", "A", r"<part=q>w?OK?[wW]?<whole=q>[wyi]{0,3}(?:[,(:]E?|E|S)S?<result=p>(?=[),.;:]|$|Ow|a)"),
    # With 126 of 180 seats the alliance holds 70% of the chamber
    ("share", "B", r"<part=q>OK?w?<whole=q>[wyi]{0,2}<result=p>O"),
    # Among 640 patients 96 relapsed, 15%
    ("share", "A", r"(?:^|[;.])O(?:[AwW]O?)?<whole=q>[wyiaV]{0,4},?w?<part=q>[wyVSO]{0,3}(?:[,(]|;E)E?S?<result=p>(?=[),.;:]|$|O[wK])"),
    # In a sample of 850 households 544 had one: 64%
    ("share", "B", r"(?:^|[;.])i?wO<whole=q>w?,?<part=q>[wV]{0,2}[:(]E?<result=p>(?=[),.;:]|$)"),
    # The 45 vacancies are 6% of the 750 posts
    ("share", "A", r"<part=q>[,(]?E?[ST]?<result=p>[,)]?O[WwK]{0,2}O?\(?<whole=q>"),
    # Seven in ten of the wells, 1,188 out of 1,980, were unsafe
    ("share", "A", r"<result=p>Ow?[,(]<part=q>O<whole=q>"),
    # 4,318 were upheld, out of a total of 3,884
    # Grants (6), tickets (3) and gifts (1) make up the income of 10
    ("total", "A", r"(?P<parts>w\(q\)(?:[,|]a?w\(q\)){0,6}[,|]?aw?\(q\))[^qpxtd;.,]{0,2}[SK][^qpxtd;.,]{0,4}<result=q>"),
    ("at_most", "A", r"<result=q>[^qpxtd;.]{0,8},?OK[OwW]{0,2}<whole=q>"),
    # 7,240 came, the 2,994 of the clinic included
    ("at_most", "A", r"<whole=q>[^qpxtd;.,]{0,4},[^qpxtd;.,V]{0,4}<result=q><within=I>(?=[,.;]|$)"),
    # Adding the 23 of one to the 118 and the 46 of others, the tally stood at 187
    ("total", "A", r"(?:^|[;.])<add=V>(?P<parts>[^qpxtd;.,]{0,4}q(?:[^qpxtd;.,]{1,5}q){1,6})[^qpxtd;.,]{0,4},[^pxtd;.]{0,12}<result=q>[^qpxtd]{0,4}(?:[.;]|$)"),
    # Grants were 40% of income: 2.6 million of 6.5 million
    ("share", "B", r"<result=p>O[^qp;.,]{1,3}[:(]<part=q>w?O[wK]?<whole=q>"),
    # Turnout was 62%, with 31,000 of the 50,000 voting
    ("share", "C", r"<result=p>[^pq;.]{0,4}[,:(]a?<part=q>w?O[wK]?<whole=q>"),
    # Of every 10 million raised, 8.5 million (85%)
    ("share", "A", r"OA<whole=q>[wV]?,<part=q>[(,]E?<result=p>"),
    # The old plant makes 900, three times the 300 of the new
    ("multiple", "A", r"<value=q>[wyi]{0,2},?<result=x>[OKy]{0,2}C?\(?<base=q>"),
    ("multiple", "B", r"<value=q>[wyi]{0,2},?w?<result=x>[wOKyNPVC(]{0,5}(?:,w|a)?<base=q>"),
    # 6.2 times a year as against 2.5 on the islands, 2.5 times as often
    ("multiple", "B", r"<value=q>[^qpxtd;.,]{0,4}C[^qpxtd;.,]{0,3}<base=q>[^qpxtd;.,]{0,4},w?<result=x>(?=w{0,2}(?:[,.;]|$))"),
    # four times as many in 2018, 48,000, as in 2008, 12,000
    ("multiple", "B", r"<result=x>[wyi]{0,3},<value=q>,[wCyi]{0,3},?<base=q>"),
    # The fair drew 42,000, some 7,000 or 20% more than last time
    ("growth", "A", r"<value=q>[wyi]{0,3},?[wE]?<delta=q>,?E?<result=p>,?<v=V>C"),
    ("growth", "B", r"<value=q>[wyiO]{0,7},[wE]?<delta=q>a<result=p><v=V>C"),
    # It put on 17,833 to reach 84,125, and that is a jump of 26.9%
    ("growth", "B", r"<delta=q>T{1,2}<value=q>[,a]{0,2}E<v=V>O?<result=p>"),
    # 27.2%, down by 9.2% on last year, when 36.4% did
    ("growth", "A", r"<value=p>[^qptxd;.]{0,8},?<v=V>B?<result=p>CP,<base=p>"),
    ("point_change", "A", r"<end=p>[^qptxd;.]{0,8},?<v=V>B?<result=t>CP,<start=p>"),
    # The field is 27,000 strong and 20 percent of it, i.e. 5,400
    ("product", "B", r"<count=q>[^qpxtd;.]{0,4}<rate=p>O?I,?E<result=q>"),
    # 27,300 cases came to court between July and September, about 1,200 or 4.6% more than
    ("growth", "A", r"<value=q>[^qpxtd;.,]{0,8},[wE]?<delta=q>,?E<result=p>,?<v=V>C"),
    # With 48,200 members it is 3,700 larger than its rival with 44,500
    ("difference", "A", r"<value=q>[wyi]{0,3},?<result=q><v=V>C[wayiP]{0,3}<base=q>"),
    # 94 to the visitors' 81, winning by 13
    ("difference", "B", r"<value=q>[wyi]{0,2}[TaC,|]{1,2}[wy]{0,2}<base=q>[wyi]{0,2}[,:]a?[REw]{0,2}G[OB]?<result=q>"),
    # Carried by 289 to 254 with eleven abstentions, a majority of 35
    ("difference", "A", r"<value=q>T<base=q>[wa]{1,2}q[^qpxtd;.,]{0,2},[EwR]{0,2}G[OB]?<result=q>"),
    # Income exceeded spending by 134,000: 865,000 against 731,000
    ("difference", "B", r"B<result=q>[:(,]w?<value=q>w?[CTa]w?<base=q>"),
    # The gap between exports, 48, and imports, 62, is 14
    ("difference", "A", r"Gw?[,(]?<base=q>w?[,)]?aw?[,(]?<value=q>w?[,)]{0,2}<result=q>"),
    # 1,836, or 8% more than in July (1,700)
    ("growth", "A", r"<value=q>[wyi]{0,3},?E?<result=p><v=V>C[wyiPO]{0,3}\(<base=q>\)"),
    ("difference", "A", r"<value=q>[wyi]{0,3},?E?<result=q><v=V>C[wyiPO]{0,3}\(<base=q>\)"),
    ("point_change", "A", r"<end=p>[wyi]{0,3},?E?<result=t><v=V>C[wyiPO]{0,3}\(<start=p>\)"),
    # 67.4%, but remained 9.8 points below that of men, at 77.2%
    ("point_change", "B", r"<end=p>[wyi]{0,2},{0,2}w?<result=t><v=V>C[OwyP]{0,3},?i?<start=p>"),
    # Sales of 287 exceeded the 250 of last year by 15%
    ("growth", "A", r"<value=q>w?<v=V>?C[PwyiO]{0,3}<base=q>[wyiPO]{0,3}B<result=p>"),
    # Bookings of 57,600 beat the 48,000 of the season before by 20%
    ("growth", "A", r"<value=q>[wyi]{0,2},?G[OyPw]{0,4}\(?<base=q>\)?[wyiP]{0,3}B<result=p>"),
    ("difference", "A", r"<value=q>[wyiO]{0,3},?G[OyPw]{0,4}[(,]?<base=q>[),]?[wyiP]{0,3}B<result=q>"),
    # It went from 64,000 to 79,360; that makes 24%
    ("growth", "A", r"F<base=q>[wyi]{0,2}T<value=q>[wyi]{0,2}[,;:(]w?[EK]?<result=p>(?=[),.;:]|$)"),
    # Adding the 157 to the 486 gives 643
    ("total", "A", r"[aV]<one=q>[wi]?T<two=q>w?K<result=q>"),
    # Of 1,001 voters 614 said yes; 387 did not
    ("remainder", "B", r"(?:^|[;.])O<whole=q>w?,?<part=q>[wV]{0,3}[;,a]{1,2}<result=q>w?n"),
    # Each of the 60 branches handled 250 cases, 15,000 in total
    ("product", "A", r"AO?<count=q>w?<rate=q>w?[,:(]E?<result=q>K"),
    ("product", "A", r"AO?<count=q>w?<rate=q>w?[,:(]E?w?K<result=q>"),
    # Every one of the 1,250 volunteers gave 16 hours, so the festival had 2,000 hours
    ("product", "B", r"A[wO]{1,2}<count=q>w?<rate=[qd]>[wO]{0,2},E[^qpxtd;.:,]{0,6}<result=[qd]>(?=[^qpxtd]{0,4}(?:[,.;]|$))"),
    # 350 flats at $80,000 apiece cost $28 million
    ("product", "B", r"<count=q>[wi]{0,2}<at=i><rate=q>A?[wV,]{0,2}K?<result=q>"),
    # Forty wards of 28 beds make 1,120 beds
    ("product", "B", r"<count=q>O<rate=q>V?Kw?<result=q>"),
    # 40 tours on every one of 300 days, making 12,000
    ("product", "B", r"<rate=q>[wi]?AO?<count=q>[^qp;.]{0,5},?E<result=q>"),
    # 14.5 cents on each of the 320 million shares, at a cost of 46 million
    ("product", "B", r"<rate=q>[wi]?AO<count=q>w?,i?[wTO]{1,4}<result=q>"),
    # It is to raise $20 billion, with a fee of 1%, or $200 million
    ("product", "B", r"<count=q>[^qp;.]{0,8}w[OT]<rate=p>,?E<result=q>"),
    # A levy of 2% on turnover of $850 million yields $17 million
    ("product", "B", r"<fee=w>[Oi]?<rate=p>[OCi]w?O?<count=q>[wVK,]{0,3}<result=q>"),
    ("product", "B", r"<rate=p><fee=w>[OCi]w?O?<count=q>[wVK,]{0,3}<result=q>"),
    # 5% on $40 million brings $2 million
    ("product", "C", r"<rate=p>w?[OCi]w?<count=q>[wV,]{0,3}<result=q>"),
    # 960 pupils for 48 teachers, 20 pupils to a teacher
    ("quotient", "B", r"<dividend=q>[wiOCa]{0,3}<divisor=q>[wyV]{0,3}[,:(]?E?<result=q>Tw(?=[,.;)]|$)"),
    # Built in 1880, it stood for 95 years until 1975
    ("elapsed_years", "C", r"<from=y>[^ydq.;]{1,5}<result=d>[^ydq.;]{0,4}<to=y>"),
    # 3 in 5 defendants (1,904 of 3,187) pleaded guilty
    ("share", "B", r"<result=p>~[:(]~<part=q>w?O~<whole=q>"),
    # The tax rate was 32%: tax of 148 on a profit of 641
    ("share", "B", r"<result=p>~[:(]~<part=q><on=C>~<whole=q>"),
    # It took 45% of the issue, subscribing 1,129 of 2,510
    ("share", "C", r"<result=p>~,~<part=q>w?O~<whole=q>"),
    # Three towns, Ardmore (2,114), Bray (5,306) and Clare (1,877), accounted for the 9,297
    ("total", "B", r"q(?P<parts>,(?:w\(q\)[,a|]{0,2}){2,9})S<result=q>"),
    # To the 1,930 tonnes of spring came another 2,480 in autumn, for 4,410
    ("total", "B", r"(?:^|[;.])T<one=q>[^qpxtd;.]{1,8}<two=q>[^qpxtd;.,]{0,3},[iw]?<result=q>(?=[^qpxtd]{0,4}$)"),
    # Freight +3.4% (61.5 after 59.5)
    ("growth", "A", r"<v=V><result=p>\(<value=q>C<base=q>\)"),
    # It fell 90% between 2004, when 22,989 came, and 2023, when 2,275 did
    ("growth", "B", r"<v=V><result=p>w?y[^qpxtd;.]{0,4}<base=q>[^qpxtd;.]{0,5}y[^qpxtd;.]{0,3}<value=q>"),
    # 750 drivers log 1,800 hours a year each, 1.35 million hours in all
    ("product", "A", r"<count=q>w?<rate=d>Y?A,?E?w?<result=d>K"),
    ("product", "B", r"<count=q>Aw?<rate=d>,?E<result=d>K"),
    # The remainder of the 32,700 items, apart from 28,700 books, is 12% of the stock
    ("share", "A", r"<rest=R>w?O<whole=q>~<taken=q>~<result=p>"),
    # Of 400 staff 310 work full time; the rest, 22.5%, do not
    ("share", "A", r"(?:^|[;.,])O<whole=q>~<taken=q>[^qpxtd.]{0,6}[;,a][^qpxtdR]{0,3}<rest=R>~<result=p>(?!O)"),
    # 310 of the 400 work full time and the remaining 22.5% do not
    ("share", "A", r"<taken=q>w?O~<whole=q>[^qpxtdR]{0,8}<rest=R>~<result=p>(?!O)"),
    # All but 24 of the 160 rooms, 85%, are let
    ("share", "A", r"K(?P<but>,)<taken=q>w?O~<whole=q>~[,(:]~<result=p>(?!O)"),
    # 310 men and 290 women came, the latter making up 48% of the total of 600
    ("share", "A", r"<other=q>[^qpxtd;.]{0,8}[a,][^qpxtd;.]{0,4}<part=q>[^qpxtd.]{0,8}<latter=w>[^qpxtd;.]{0,4}<result=p>O~<whole=q>"),
    ("share", "A", r"<part=q>[^qpxtd;.]{0,8}[a,][^qpxtd;.]{0,4}<other=q>[^qpxtd.]{0,8}<former=w>[^qpxtd;.]{0,4}<result=p>O~<whole=q>"),
    ("share", "A", r"<beside=q>[^qpxtd;.]{0,8}[a,][^qpxtd;.]{0,4}<part=q>[^qpxtd.]{0,8}<latter=w>[^qpxtd;.]{0,4}<result=p>(?!O[^q;.,]{0,4}q)"),
    ("share", "A", r"<part=q>[^qpxtd;.]{0,8}[a,][^qpxtd;.]{0,4}<beside=q>[^qpxtd.]{0,8}<former=w>[^qpxtd;.]{0,4}<result=p>(?!O[^q;.,]{0,4}q)"),
    # Zurich (1.58 million) and Bern (1.05 million) house 29.6% of the 8.9 million Swiss
    ("share", "B", r"(?P<parts>@)\)?~<result=p>O~<whole=q>"),
    # Reading was passed by 544 of the 640, and 416 passed both: 65% of all
    ("share", "B", r"O~<whole=q>~,?a?<part=q>[^qpxtd;.:(]{0,6}[:(]~<result=p>OK"),
    # Add the 157 of last year to 486 and you have 643
    ("total", "B", r"<add=w>O?[wi]{0,2}<one=q>[^qpxtd;.,]{0,6}[Ta]w?<two=q>[^qpxtd;.]{0,6}<result=q>"),
    # 24,600 square kilometres, shared by 12,300 families: 2 square kilometres to a family
    ("quotient", "B", r"<dividend=[qd]>[^qpxtd;.:]{0,8}<divisor=[qd]>[^qpxtd;.:]{0,4}[,:(]E?w?A?O?<result=[qd]>(?:TA?w|A)"),
    # A jail for 420 men holds 756, or 1.8 men to each place
    ("quotient", "C", r"<divisor=[qd]>[^qpxtd;.:]{0,8}<dividend=[qd]>[^qpxtd;.:]{0,4}[,:(]E?w?A?O?<result=[qd]>(?:TA?w|A)"),
    # £4.83 million for the chief and £32,200 for the median, a ratio of 150:1
    ("quotient", "A", r"<dividend=q>~<divisor=q>~[,;:(]~<ratio=q>[:T]<unity=[qw]>"),
    # Outnumbered by seven to one: 9,420 people sought 1,346 seats
    ("quotient", "A", r"<ratio=q>[:T]<unity=[qw]>[^qpxtd;.:]{0,8}[:(,]~<dividend=q>~<divisor=q>"),
    # Bids of 91 chased 28 of bonds, so that the sale was covered 3.3 times
    ("multiple", "B", r"<value=q>~<base=q>~[,;:]?~<covered=w>~<result=x>(?![OCw]*q)"),
    # At 41 pence they sell at eight times earnings of 5 pence
    ("multiple", "B", r"<value=q>[^qpxtdo;.,:()]{1,6}<result=x>[wOKyNPVC]{0,5}<base=q>"),
    # 9.2 per 100,000 is three times the average of 3.1
    ("multiple", "B", r"<value=q>Aq[^qpxtdo;.:()]{1,6}<result=x>[wOKyNPVCA]{0,5}<base=q>(?!Aq)"),
    # The new one, at 1,650, has twice the output of the old one, rated at 825
    ("multiple", "B", r"<value=q>[wyi]{0,3},w?<result=x>[wOKCy]{0,5}[,(]~<base=q>(?=[,.;)]|$)"),
    # 1,063 per 100,000 births, 27 times the 40 per 100,000 of Tunisia
    ("multiple", "A", r"<value=q>Aq[wyi]{0,2},?w?<result=x>w?<base=q>Aq"),
    # At $1.85 a kilo the catch of 640 tonnes was worth $1.18 million
    ("product", "B", r"(?:^|[,;.w])<at=i><rate=q>A?[wO]{0,4}<count=q>[^qpxtd;.:A]{0,6}<result=q>(?!A)(?=[^qpxtd]{0,3}(?:[,.;]|$))"),
    # 38 volunteers giving six hours each add up to 228 hours
    ("product", "B", r"<count=q>[KwV]{0,2}<rate=[qd]>A[^qpxtd;.]{0,6}[KE][wO]{0,2}<result=[qd]>"),
    # 60 branches each handled 250 cases, 15,000 in all
    ("product", "A", r"<count=q>A[wV]?<rate=q>[^qpxtd;.]{0,4}[,:(]E?~<result=q>K"),
    # Meals costing £2.53 go to 1.29 million infants on 190 days, bringing the bill to £620 million
    ("product", "B", r"<rate=q>[^qpxtd;.:]{0,6}<count=q>[^qpxtd;.:]{0,5}<more=[qd]>[^qpxtd;.:]{0,4}[,:(][^qpxtd;.:]{0,6}<result=q>"),
    # Seven days a week, 24 hours a day: 168 hours a week
    ("product", "A", r"<count=d>A[^qpxtd;.]{0,4}<rate=d>A[^qpxtd;.]{0,8}<result=d>A"),
    # 1,300 meals on each of 250 days, 325,000 in the year
    ("product", "B", r"<rate=[qd]>[wi]{0,2}AO?<count=[qd]>(?:[^qpxt;.]{0,10}E|[,:]K?)[wi]{0,2}<result=[qd]>(?!A)"),
    # Nineteen coaches of 53 seats took 1,007 supporters
    ("product", "C", r"<count=q>O<rate=q>[^qpxtd;.]{0,8}<result=q>"),
    # 126 seats in the 450-seat chamber, 28% of the total
    ("share", "B", r"<part=q>w?(?:i|<on=C>)<whole=q>[wi]{0,2}[,(:]E?w?<result=p>(?=[),.;:]|$|OK)"),
    # With 1.6 million people and 400 doctors there is one doctor for every 4,000
    ("quotient", "B", r"<dividend=q>~<divisor=q>[^qpxtd]{0,8}<unity=w>[AT]<result=q>"),
    # Tickets cost $25 and 18,000 were sold, bringing in $450,000
    ("product", "B", r"<price=w>[wOiV]{0,2}<rate=q>[^qpxtd;.:]{0,6}<count=q>[^qpxtd;.:]{0,8}<result=q>(?!A)"),
    # 25 rows of 40 trees, 1,000 trees in all
    ("product", "B", r"<count=q>O<rate=q>w?[,:(]E?w?<result=q>K"),
    # The lake covers 120 square kilometres, a tenth of the island's 1,200
    ("share", "B", r"<part=q>[wyi]{0,2},w?<result=p>O[wK]{0,2}<whole=q>"),
    # It owns 4,800 homes, 1,200 (25%) of them empty
    ("share", "A", r"<whole=q>[^qpxtd;.]{0,4},a?<part=q>\(<result=p>\)I"),
    # Each of the 24 classes has 30 pupils, so that there are 720
    ("product", "B", r"AO?<count=q>w?<rate=q>[wi]{0,2},?E[wi]{0,2}<result=q>(?!A)"),
    # It lent 40 million at 6%, earning 2.4 million
    ("product", "B", r"<count=q>w?<at=i><rate=p>,[wEK]{1,2}<result=q>"),
    # Sales of 8.1 less costs of 6.9 leave a surplus of 1.2
    ("difference", "B", r"<value=q><less=V>w?O?<base=q>[RKE,Vw]{0,2}[GR]O?<result=q>"),
)
GIVEN_RATE = "(?!)"
# What has been put right, or was said elsewhere before: $8.64m (previously reported $8.46m).
STRETCH_OF = r"\b(?:over|in|during|across|than(?: over| in)?) (?:the|their|his|her|its|our) (?:first|last|final|opening|past|previous|next|closing)\s*$"
GAINS = r"\b(?:surplus|profits?|gains?|income|inflow|earnings|positive|provided|black)\b"
INCLUDING = "including include includes included"
THOSE_YEARS = r"\b(?:in|over|during|through|throughout|across|for|of) (?:those|these|the) $"
SINCE = r"\b(?:since|until|up to) (?:january|february|march|april|may|june|july|august|september|october|november|december|the (?:start|beginning))"
OUT_OF_SO_MANY = "per for_every for_each in_every of_every"
BOTH = r"\b(?:between them|together|both|combined|the two|in all|altogether)\b"
# Words that a figure behind them is of: an increase in spite of a charge of 12 is none by 12.
OPAQUE = "total_advances gross_advances net_advances loans_and_advances customer_advances bank_advances above_sea_level above_sea above_ground below_ground above_the_ground below_sea_level above_mean_sea_level above_average below_average in_spite_of despite notwithstanding"
REBOUNDING = "recovered recovering recovers rebounded rebounding rebounds rallied rallying rallies"
RANKING = "jump jumps jumped climb climbs climbed leap leaps leapt slip slips slipped bounce bounces shot move moves moved"
COUNTED_BACK = r"\s+(?:earlier|ago|before|previously)\b"
COVERING = r"\b(?:covered|(?:over)?subscribed|cover of|cover was)\b[^;]{0,40}$"
RANGING = r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere) (?:\w+ )?(?:from|between)(?: an?)?(?: (?:low|high|minimum|maximum|average) of)? ?[^\d]{0,3}(?:[\d.,]+(?: ?%| \w+){0,3} (?:to|and)(?: an?)?(?: (?:low|high|minimum|maximum|average) of)? ?[^\d\s]{0,3})?$"
FROM_END_TO_END = r"\b(?:(beg[aiu]n|start(?:ed|ing)|open(?:ed|ing))|end(?:ed|ing)|clos(?:ed|ing)|finish(?:ed|ing)) (?:it|(?:the|its|this|their) (?:year|season|quarter|month|decade|term|day|week|war|century|campaign)) (?:with|on|at) $"
ADDING_UP = "add_up_to adds_up_to adding_up_to added_up_to sum_to sums_to summing_to"
CONSEQUENTLY = r"\b(?:thus|hence|therefore|so|consequently|accordingly|which (?:is|makes|means|gives|puts)|that (?:is|makes|means|gives|puts))\b[^.;\d]*$"
EXTREMES = (r"\b(?:low|minimum|lowest|trough)(?: of| was| is|,)? ?[$£€]?$", r"\b(?:high|maximum|highest|peak)(?: of| was| is|,)? ?[$£€]?$", r"(?: \w+){0,3},? (?:to|and|with|while|but)(?: an?| the| its)? (?:\w+ )?(?:low|minimum|lowest|trough|high|maximum|highest|peak)(?: of| was| is|,)? ?[$£€]?")
IN_THOUSANDS = r"\b(?:thousands?|millions?|billions?|lakhs?|crores?)\b|['’]?\b000s?\b"
POINTING = r"\b(?:this|that|these|those|the same)(?: [\w-]+){0,3} (?:of )?[$£€]?$"
PARTS_OF_A_TEXT = r"\b(?:headline|standfirst|caption|summary|highlights|introduction|foreword|preface|abstract|annex|appendix|footnote|conclusions?|chapter \w+|section \w+|table \w+|figure \d+|page \d+|paragraph \w+|body of the \w+|main text)\b"
BETWEEN_YEARS = r"\b(?:from|between) ((?:19|20)\d\d) (?:to|and|until) ((?:19|20)\d\d)\b"
PLUPERFECT = r"\bhad (?:\w+ly )?(?!expect|forecast|predict|pencil|hoped|plann|budget|estimat|target|project|anticipat|asked|want|call|need)(?:\w+ed|drawn|taken|sold|made|paid|won|stood|come|cost|brought|run|seen|spent|left|got|bought|caught|drunk|fetched)(?: in| at| to| out at)? (?:about |some |only |just |nearly |almost )?[$£€]?$"
BROAD_NAMES = "market total whole sum amount figure number overall industry sector country world year group company population economy value"
WHEN_IT_WAS = r"\b((?:19|20)\d\d),? when (?:[a-z]+ ){1,4}[$£€]?$"
SETTING_BESIDE = r"\b(?:where|whereas|while|but|when|although|though)\b"
STRETCHING = r" ?(?:to|and|until|till|through|[-–—]) ?\|.*"
TURNED = r"(?P<word>\b(?:turn-?a?round|swing)\b[^|.;,\d]*\||\|\s*(?:turn-?a?round|swing)\b)|\b(?:improvement|improving|better)\b[^|.;,\d]*\|"
EXPECTED = r" (?:(?:consensus|analysts?['’]?|market|median|mean|average|street) ){0,3}(?:estimate|forecast|expectation|projection|prediction|guidance|consensus)s?\b"
PASSED = r"\b(?:above|below|over|under|beyond|past|exceed\w*|topp\w+|surpass\w+|pass\w+|cross\w+|br(?:oke|eak\w*|oken))(?: the| through| through the)? ?\|(?:[ -](?!of\b)\w+){0,2}[ -](?:mark|milestone|threshold|barrier)\b|\b(?:above|below|over|under|exceed\w*|topp\w+|surpass\w+|pass\w+|cross\w+|br(?:oke|eak\w*|oken))(?: the| through)? ?\|(?: (?!of\b)\w+){0,2} for the first time"
INTERVALS = r"\b(?:CI|CrI)\b|\b(?:confidence|credible|uncertainty|prediction) (?:intervals?|limits?|levels?)\b|\b(?:IQR|interquartile range)\b"
SUPERSEDED = r"\b(?:overturn|defend|eras|wip|inherit)\w* (?:\w+ ){0,4}majority of\s*$|\b(?:previously|originally|initially|earlier|first|formerly) (?:reported|stated|published|announced|disclosed|given|put)(?: (?:as|at|to be))?\s*$|\bmisprinted as\s*$"
FOREMOST = r"\b(?:top|leading|biggest|largest|main|first) (?:two|three|four|five|ten|\d+)\b"
BALANCES = ("surplus exports imports", "deficit imports exports")
MONTHS = {"first half": 6, "second half": 6, "quarter": 3}
CONTRIBUTION = "(?!)"
JOINTLY = "(?!)"
# 2018 to 2022 inclusive are five years.
INCLUSIVE = r"\binclusive\b|\bboth years included\b"
