"""How responsibilities are worded."""

from __future__ import annotations

from kgnews.expressions import expression

VERB = expression(
    r"(?P<help>协助[\u4e00-\u9fff·]{2,14}?(?=分管|负责|抓|联系|处理|做好|主持))?(?P<verb>分管联系|负责联系|"
    r"协助分管|协助负责|协管|分管|主管|兼管|牵头负责|具体负责|主要负责|负责|联系|主持|牵头|领导)(?:和联系|"
    r"和负责)?：?"
)
OPEN = expression(
    r" *(?:\d{1,2}[.、． ]|[一二三四五六七八九十]+、|[●•■◆])? *(?P<name>[\u3400-\u9fff]{2,4}|"
    r"[\u3400-\u9fff] {1,4}[\u3400-\u9fff]|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}?)+(?=同志|(?![\u3400-\u9fff·])))"
    r"(?:同志)?(?P<note> ?（[^（）]{1,40}）)?(?P<gap> {1,6}|：|，|(?=(?:主持|分管|负责|协助|联系|协管|主管|牵头)))(?P<rest>[^\n]*)"
)
# 副市长某某（女）分管…: the name runs on into the verb.
PLAIN = expression(
    r" *(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d{1,2}[.、．])? *(?P<head>[^：，。；\n]{4,50}?(?:（[^）\n]*）)?)"
    r"(?=(?:协助[\u4e00-\u9fff]{2,14}?)?(?:分管|负责|主持|联系|牵头|协管|主管|处理))"
)
FIELD_LINE = expression(r" *(?:工作分工|分 *工|职 *责|主要职责|分管工作|工作职责|负责工作|职责分工) *：? *(?P<value>[^\n]+)")
# 分管部门：市民政局、市医疗保障局; 联系单位：市残联.
OBJECTS_LINE = expression(
    r" *(?P<role>分管|联系|协管|主管|负责|挂点联系|包联|挂联)(?:的)?(?:部门|单位|领域|工作|处室|科室|学院|院系|企业|乡镇|镇街|"
    r"街道|片区|系统|机构|口)(?:和单位|及单位)? *： *(?P<value>[^\n]+)"
)
OBJECTS_HEAD = expression("分管|联系|协管|主管|负责")  # the heading of a column: 分管部门
TITLE_LINE = expression(r" *(?:职务|现任职务|职 *务) *：? *(?P<value>[^\n]+)")
NAME_LINE = expression(r" *姓 *名 *：? *(?P<value>[\u3400-\u9fff· ]{2,12})")
WORK_TAIL = expression(r"(?:等?(?:方面|领域)?的?(?:工作|事项|事宜)|(?:等|方面|领域)的?事务|等(?:方面|领域|单位|部门)|方面|等)+$")
SPLIT = expression(r"、|和(?=[\u4e00-\u9fff]{2,})|以及|及(?!其)|，")
ONE_FIELD = expression(
    r"(?:住房和城乡|文化和旅游|文化和|发展和改革|人力资源和社会|教育和体育|工业和信息化|自然资源和规划|"
    r"卫生和健康|民族和宗教|商务和经济|粮食和物资|广播和电视|国防和)"
)
FIELD_FORMS = expression(r"(?:全面|日常|常务|机关|行政|党务|业务|其他)工作$")
WORD = expression(r"[\u4e00-\u9fffA-Za-z“”（）·]+")
# 党组成员、副主任：邰　丽（女）; 局长 苗　圃
HEADED = expression(
    r" *(?P<posts>[^：。\n ]{2,40}|(?:常务 *)?(?:副 *)?[省市县区镇乡局厅院校处科所台社馆] +长|(?:副 +)?主 +任|(?:副 +)?书 +记)"
    r"(?P<gap>：| +)(?P<name>[\u3400-\u9fff·]{2,12}(?: ?（[^）\n]*）)?|"
    r"[\u3400-\u9fff] +[\u3400-\u9fff](?: ?（[^）\n]*）)?) *"
)
