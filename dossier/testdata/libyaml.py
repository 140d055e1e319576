# Reads and writes YAML as libyaml does, for tests. Requests and answers are JSON, one a line.
#   {"read": TEXT}                       -> {"tree": ...} or {"refused": why}
#   {"write": [TEXT...], "style": S, ...} -> {"text": YAML}
# A tree is a text, or {"list": [...]}, or {"mapping": [key, value, ...]}.
import json
import sys

import yaml


def tree(node):
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return {"list": [tree(item) for item in node.value]}
    return {"mapping": [tree(part) for pair in node.value for part in pair]}


def read(text):
    try:
        node = yaml.compose(text.encode(), Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, ValueError) as error:
        return {"refused": str(error)}
    return {"tree": None if node is None else tree(node)}


def scalar(text, style=None):
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


def mapping(pairs, flow):
    pairs = [(scalar(key), value) for key, value in pairs]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flow)


def write(request):
    style, flow = request["style"] or None, request["flow"]
    tracks = [
        mapping([("id", scalar("t%d" % i)), ("title", scalar(text, style)), ("summary", scalar("end", '"'))], flow)
        for i, text in enumerate(request["write"])
    ]
    section = yaml.SequenceNode("tag:yaml.org,2002:seq", tracks, flow_style=False)
    dumper = yaml.CDumper if request["c"] else yaml.Dumper
    options = {key: request[key] for key in ("width", "indent", "allow_unicode")}
    return {"text": yaml.serialize(mapping([("tracks", section)], False), Dumper=dumper, **options)}


for line in sys.stdin:
    request = json.loads(line)
    answer = read(request["read"]) if "read" in request else write(request)
    print(json.dumps(answer), flush=True)
