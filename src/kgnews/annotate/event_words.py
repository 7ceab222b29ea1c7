"""Words around the head noun of an event that say whether a gathering is meant, and where its name begins."""

from __future__ import annotations

import re

from kgnews.annotate.tables import word_set

NO_GATHERING = re.compile(
    r"(?:抗议|示威|犯罪|诈骗|救援|军事|恐怖|违法|暴力|非法|经营|商业|生产|经济|经贸|投资|司法|执法|地震|户外|体育|"
    r"社会|科研|教学|贸易|消费|走私|间谍|日常|办学|党团|业务|教育实践|专项|创建|整治|评比|帮扶|扶贫|促销|营销)$"
)
# A verb right before the year, the edition or the quoted part of a name is the sentence's (推迟|2020年世博会), but for these.
OWN_VERBS = word_set(
    "纪念 庆祝 学习 贯彻 落实 宣传 传达 推进 推动 深化 加强 促进 迎接 喜迎 欢庆 聚焦 走进 对话 相约 共建 共享 助力"
    " 弘扬 践行 传承 致敬 缅怀 遇见 探索 赋能 引领 奋进 联合"
)
STAGING = frozenset({"策划", "推出", "打造", "承揽"})
ACTIVITY = re.compile(r"(?:返校|招新|主题|主场|系列|交流|研讨|庆祝|纪念|联谊|公益|启动|周年|开放日|宣传周?|惠民|推介|志愿服务)$")
TALKS = re.compile(r"(?:高端国际|高级别|圆桌|战略|经贸|安全|人文|第[一二三四五六七八九十]+[次轮])")
SUMMIT = re.compile(
    r"(?:国家|组织|东盟|欧盟|(?<!其)中[欧俄日韩法德英美非])[^，]{0,3}(?:领导人|首脑|元首|外长|总理)"
    r"(?:第[一二三四五六七八九十]+次)?(?:非正式|定期|年度|特别|视频)?$"
)
SPIRIT = re.compile(r"的?(?:各项|重要|讲话)?(?:精神|部署|要求|决定|决策|重要|共识|成果|倡议|主题|任务)")
BEFORE_SPIRIT = re.compile(
    r"^(?:深入|认真|切实|全面|坚决|及时|扎实|迅速|进一步)*(?:学习|贯彻|落实|传达|宣传|解读|领会|把握|对照|围绕)+"
)
MEANS = re.compile(r"的?(?:形式|方式|精品|系统|软件|平台|设备|直播间|经济|产业|项目|制度|机制|用品|模式|品牌)")
