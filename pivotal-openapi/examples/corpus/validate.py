"""Validates requests and responses by an OpenAPI document with openapi-core.

Usage: validate.py DOCUMENT EXCHANGES. The exchanges are a list of JSON objects. It prints the reasons why the document,
and the requests and responses are invalid, or null. The exit code is 3 if openapi-core is missing.
"""

import json
import sys
from urllib.parse import parse_qsl, urlsplit

try:
    from jsonschema_path.readers import FilePathReader
    from openapi_core import Config, OpenAPI
    from openapi_core.datatypes import RequestParameters
    from werkzeug.datastructures import Headers, ImmutableMultiDict
except ImportError as error:
    print(f"openapi-core is missing: {error}", file=sys.stderr)
    sys.exit(3)


class Request:
    """A request, as openapi-core reads it."""

    def __init__(self, request):
        url = urlsplit(request["url"])
        self.host_url = f"{url.scheme}://{url.netloc}"
        self.path = url.path
        self.method = request["method"].lower()
        headers = Headers(request["headers"])
        # It appends the values of a key, and reads the body only if there is one.
        query = ImmutableMultiDict(parse_qsl(url.query, keep_blank_values=True))
        self.parameters = RequestParameters(query=query, header=headers)
        self.content_type = headers.get("content-type", "")
        self.body = bytes(request["body"]) or None


class Response:
    """A response, as openapi-core reads it."""

    def __init__(self, exchange):
        self.status_code = exchange["status"]
        self.content_type = exchange["content_type"] or ""
        self.headers = Headers()
        self.data = exchange["body"].encode() or None


def reason(validate):
    """Returns why something is invalid, or None."""
    try:
        validate()
    except Exception as error:  # The library has many types of errors, some of them not its own.
        parts = []
        while error is not None and len(parts) < 6:
            schema_errors = getattr(error, "schema_errors", None) or []
            parts.extend(describe(schema_error) for schema_error in schema_errors)
            # The message of an error of schemas contains the value.
            if not schema_errors and not hasattr(error.__cause__, "schema_errors"):
                parts.append(str(error)[:200] or type(error).__name__)
            error = error.__cause__ or error.__context__
        return "; ".join(dict.fromkeys(parts))
    return None


def describe(error):
    """Returns the message of an error of a schema, with its place."""
    place = "/".join(str(key) for key in error.absolute_path)
    message = error.message if len(error.message) < 240 else f"{error.message[:80]} … {error.message[-150:]}"
    text = f"at /{place}: {message}"
    causes = sorted(error.context or [], key=lambda own: len(own.absolute_path), reverse=True)
    return text + "".join(f" [{describe(own)}]" for own in causes[:2])


def complete_mappings(node):
    """Replaces the names of schemas in mappings of discriminators, which openapi-core does not read, by references."""
    if isinstance(node, list):
        for item in node:
            complete_mappings(item)
    if isinstance(node, dict):
        mapping = node.get("mapping")
        if isinstance(mapping, dict) and "propertyName" in node:
            for value, target in mapping.items():
                if isinstance(target, str) and "/" not in target and "." not in target:
                    mapping[value] = f"#/components/schemas/{target}"
        for member in node.values():
            complete_mappings(member)


def main():
    document, exchanges = sys.argv[1:3]
    content, base_uri = FilePathReader(document).read()
    complete_mappings(content)
    # An invalid document is reported, and used all the same.
    fault = reason(lambda: OpenAPI.from_dict(content, base_uri=base_uri))
    api = OpenAPI.from_dict(content, config=Config(spec_validator_cls=None), base_uri=base_uri)
    with open(exchanges, encoding="utf-8") as file:
        exchanges = json.load(file)
    verdicts = []
    for exchange in exchanges:
        verdict = {"request": None, "response": None}
        if exchange["request"]:
            request = Request(exchange["request"])
            verdict["request"] = reason(lambda: api.validate_request(request))
            response = Response(exchange)
            verdict["response"] = reason(lambda: api.validate_response(request, response))
        verdicts.append(verdict)
    json.dump({"document": fault, "exchanges": verdicts}, sys.stdout)


main()
