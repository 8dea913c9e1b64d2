"""The words for who does what → roles: labels (牵头单位), and verbs (牵头, 配合)."""

from __future__ import annotations

from paitou.compile.patterns import one_of
from paitou.model import OrgRole

_LABELS = (
    (OrgRole.LEAD, "牵头 牵头责任 牵头考核 牵头落实 牵头实施 主办 主责"),
    (OrgRole.RESPONSIBLE, "责任 主要责任 负责 承办 落实 实施 完成"),
    (OrgRole.SUPPORT, "配合 配合责任 协办 协同 协同责任 协助 参与 参加 支持 指导 会办"),
)
_VERBS = (
    (OrgRole.LEAD, "牵头 牵头负责 牵头组织 牵头落实 牵头实施 共同牵头 联合牵头"),
    (
        OrgRole.RESPONSIBLE,
        "负责 负责落实 分别负责 共同负责 具体负责 组织实施 组织落实 分工落实 落实 承办",
    ),
    (OrgRole.SUPPORT, "配合 密切配合 积极配合 参与 参加 协助 协同 支持 指导 协办"),
)
#: What stands before 单位, 部门 in a label, and the role that it gives.
ROLE_OF_LABEL = {word: role for role, words in _LABELS for word in words.split()}
#: What an organisation does, and the role that it has by that.
ROLE_OF_VERB = {word: role for role, words in _VERBS for word in words.split()}
LABEL = rf"(?P<label>{one_of(ROLE_OF_LABEL)})(?:单位|部门|主体)"
VERB = one_of(ROLE_OF_VERB)
#: Verbs of the text itself: 由市商务局牵头.
LEADING_VERB = one_of(
    verb for verb in (*ROLE_OF_VERB, "负责") if "头" in verb or verb == "负责"
)
