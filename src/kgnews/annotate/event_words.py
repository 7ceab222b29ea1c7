"""Words around the head noun of an event that say whether a gathering is meant, and where its name begins."""

from __future__ import annotations

from kgnews.annotate.tables import word_set
from kgnews.expressions import expression

NO_GATHERING = expression(
    r"(?:抗议|示威|犯罪|诈骗|救援|军事|恐怖|违法|暴力|非法|经营|商业|生产|经济|经贸|投资|司法|执法|地震|户外|体育|"
    r"社会|科研|教学|贸易|消费|走私|间谍|日常|办学|党团|业务|教育实践|专项|创建|整治|评比|帮扶|扶贫|促销|营销)$"
)
# A verb right before the year, the edition or the quoted part of a name is the sentence's (推迟|2020年世博会), but for these.
OWN_VERBS = word_set(
    "纪念 庆祝 学习 贯彻 落实 宣传 传达 推进 推动 深化 加强 促进 迎接 喜迎 欢庆 聚焦 走进 对话 相约 共建 共享 助力"
    " 弘扬 践行 传承 致敬 缅怀 遇见 探索 赋能 引领 奋进 联合"
)
INSPECTING = frozenset({"调研", "考察", "视察", "督导", "检查", "参观", "看望"})
STAGING = frozenset({"策划", "推出", "打造", "承揽"})
ACTIVITY = expression(r"(?:返校|招新|主题|主场|系列|交流|研讨|庆祝|纪念|联谊|公益|启动|周年|开放日|宣传周?|惠民|推介|志愿服务)$")
TALKS = expression(r"(?:高端国际|高级别|圆桌|战略|经贸|安全|人文|第[一二三四五六七八九十]+[次轮])")
SUMMIT = expression(
    r"(?:国家|组织|东盟|欧盟|(?<!其)中[欧俄日韩法德英美非])[^，]{0,3}(?:领导人|首脑|元首|外长|总理)"
    r"(?:第[一二三四五六七八九十]+次)?(?:非正式|定期|年度|特别|视频)?$"
)
SPIRIT = expression(r"的?(?:各项|重要|讲话)?(?:精神|部署|要求|决定|决策|重要|共识|成果|倡议|主题|任务)")
BEFORE_SPIRIT = expression(
    r"^(?:深入|认真|切实|全面|坚决|及时|扎实|迅速|进一步)*(?:学习|贯彻|落实|传达|宣传|解读|领会|把握|对照|围绕)+"
)
MEANS = expression(r"的?(?:形式|方式|精品|系统|软件|平台|设备|直播间|经济|产业|项目|制度|机制|用品|模式|品牌)")
COUNTED = expression(
    r"^(?:(?:全力|大力|积极|成功|如期|立刻|共同|为)?(?:支持|保证|确保|产生|讨论落实|落实(?=G)|并?作(?!家|协|文|物|业|风|品|曲)|担任|综合得出|助力|备战|"
    r"申办|祝贺)(?:了|好)?)?(?:超过|共计|累计|多达|[近约逾超共])?(?:本(?![科土地溪市省县校院级])|[一二三四五六七八九十百两多数几\d]+(?:场|次|个|期|系列|项|"
    r"轮)(?!全会|会议)|盛大|隆重的?|重要|(?:国家级|国际性|全国性|区域性|高规格|"
    r"高水平|高端|国家级)+(?=.{0,1}$)|新一轮|年度(?=.{0,2}$)|全市性|的|之|和|与|及|、|·)+"
)
WEAK = expression(
    r"^(?:专题|视频|电视电话|紧急|重要|全体|国际|全国|系列|主题|专场|工作|现场|线上|网络|学术|国际性?|大型|小型|相关|"
    r"首场|最后一场|上|下|前|后|两|小组|内部|年度|国内|省级|市级|校级|"
    r"企业|第[一二三四五六七八九十\d]+场)*$"
)
AT_MEETING = expression(
    # 会 first: then only its places are looked at.
    r"会(?:(?<![\u4e00-\u9fffA-Za-z]会)(?=上|后[，]|前[，]|议?期间|间[，])|(?:(?<=在会)|(?<=此次会)|(?<=本次会))(?=上))"
)
# 赛事由甲主办, 为赛事提供支持: the contest told before.
SPORT = expression(
    r"(?:(?<=[，。；：！？\n])|^|本次|此次|本届|该|此项|这一|这项|为)(赛事)"
    r"(?=[由系是将于共为历以在得获旨]|的?(?:主办|承办|协办|指导|支持)[单方]|提供|\d|吸引|设)"
)
BODY_BEHIND = expression(
    r"(?:常务理事|理事|主席团?|秘书长|会长|副会长|成员|发起人|创始人|理事长|专家|研究员|学术委员会|组委会|委员会)"
)
HELD_THERE = expression(
    r"(?:[在于](?!全国|全省|全市|各地)[^，。；]{2,20})?(?:成功|顺利|圆满|隆重|正式|如期|燃情)*(?:举行|举办)(?!的|地)"
)
HOLDING = expression(r"(?:举行|举办|召开|开展|组织|组织了|组织开展|组织开展了|举行了|举办了|召开了|开展了|进行)$")
YEAR = r"(?:20|19)\d\d年?(?:度)?[—\-至]?(?:(?:20|19)\d\d年?(?:度)?)?|[一二][〇零○一二三四五六七八九]{3}年?"
EDITION = r"第?[一二三四五六七八九十百\d]+[届次期季轮]|首届|首次|第[一二三四五六七八九十百\d]+(?:场|讲|站|批)"
PREFIX = expression(rf"(?:{YEAR}|{EDITION})$")
# 《甲研讨会》在某地举行, 举办的《甲研讨会》: the gathering itself, where a transcript or a film of that name is only shown or published.
HELD_IN_MARKS = expression(
    r"(?:[在于][^，。；“”《》]{2,24}|\d{1,2}月\d{1,2}日|[今昨]天|如期|正式|成功|圆满|顺利|隆重)*(?:举行|召开|举办|开幕|闭幕)"
)
HOLDING_MARKS = expression(r"(?:举办|主办|召开|承办)(?:的|了)?$")
