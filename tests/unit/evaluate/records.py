"""Small records in the published form, for tests of the evaluation."""


def quote(text, words, shift=0):
    start = text.index(words) + shift
    return {"start": start, "end": start + len(words), "text": words}


def entity(text, id_, type_, *surfaces, shift=0):
    return {
        "id": id_,
        "type": type_,
        "name": max(surfaces, key=len),
        "mentions": [quote(text, each, shift) for each in surfaces],
    }


def relation(text, subject, predicate, object_, words=None, **more):
    return {
        "subject": subject,
        "predicate": predicate,
        "object": object_,
        "evidence": quote(text, words or text),
    } | more


def observation(text, subject, metric, value, unit, **more):
    return {
        "subject": subject,
        "metric": metric,
        "value": value,
        "unit": unit,
        "evidence": quote(text, text),
    } | more


def record(text, entities=(), relations=(), observations=(), id_="a1"):
    return {
        "id": id_,
        "text": text,
        "entities": list(entities),
        "relations": list(relations),
        "observations": list(observations),
    }
