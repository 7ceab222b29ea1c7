"""How the lines of lists without a settled layout are worded, and whose list it is."""

from __future__ import annotations

from kgnews.expressions import expression

ITEM = expression(
    r" *(?:[●•■◆★·▲\-*]|\d{1,3}(?:[、.．)）]|[ \t]+)(?!\d)|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、)? *"
)
# What may part a name from a post; the blanks of a spaced name are none of these as no post stands behind them.
GAP = expression(r" *(?:：|—{1,2}|－|-|，|/) *| {1,12}(?=[\u4e00-\u9fff])|(?<=）)(?=[\u4e00-\u9fff]{2})")
EMPTY = expression(r"[\d\s\-—/+().xX*]+|[无同上、]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+|20\d\d[年.\-/\d月日]*")
BYLINE = expression(
    r"记者|编辑|校对|审核|责编|编审|摄影|通讯员|监制|来源|作者|文字|制图|策划|供稿|联系|电话|获奖|一等奖|选手|冠军|亚军|主演|导演|辩护|代理人|原告|被告|审判"
)
FORMER = expression(r"历任|历届|历史沿革|前任")
# Who is proposed or only a candidate holds nothing yet.
UNSURE = expression(r"候选|拟|提名|推荐|获奖|表彰|名次|成绩|录取|当选名单")
PROPOSED = expression(r"拟 *(?:任|聘|提名|推荐|免|调)|候选人|建议人选|提名人选")
OWNER = expression(
    r"(?P<body>(?:中共)?[\u4e00-\u9fff（）]{2,30}?(?:人民政府办公室|人民政府|政府|委员会|办公室|局|厅|部|委|院|公司|集团|大学|学院|中心|银行|"
    r"协会|学会|联合会|基金会|商会|红十字会|总工会|妇联|残联|科协|文联|作协|侨联|工商联|贸促会|医院|保健院|卫生院|血站|疾控中心|学校|中学|小学|研究院|研究所|总站|总队|支队|出版社|报社|电视台|天文台|气象台|电台|图书馆|博物馆|美术馆|管理所|监狱|"
    r"海关|林场|农场|总厂|法院|检察院|[省市县区州镇乡]))"
    r"(?=(?:党委|党组)?(?:现任|新任|一级|局处|新任局处|历任|主要|新一届|第[一二三四五六七八九十]+届|各|部分|机关|本届|[校院局厅馆台社所行厂]|中心|集团|行政|高级?|经营|(?:员额)?(?:法官|检察官)|"
    r"医师|医生){0,2}"
    r"(?:领导|首长|主管|班子|管理层|管理团队|高管|负责人|名单|通讯录|联系方式|干部|人员|组织机构|机构设置|组织架构|教师|师资|分工|之窗|班底|成员|董事会成员|公告|任职|人事)|$)"
)
NOT_OWNER = expression(r"关于|会见|召开|出席|举行|[的了在与和]|表彰|获奖|当选|任命|调研|慰问")
