"""HermiT and the OWL API of its jar, which owlready2 carries, for a process of its own.

A Java machine in the tests' own process may run Python's garbage collection in a thread of Java's, where what an
engine made in the main thread must not be freed.
"""

import importlib.util
from pathlib import Path

import jpype


def _class(name):
    if not jpype.isJVMStarted():
        jar = Path(importlib.util.find_spec("owlready2").origin).parent / "hermit" / "HermiT.jar"
        jpype.startJVM(classpath=[str(jar)])
    return jpype.JClass(name)


def _read(xml):
    source = _class("org.semanticweb.owlapi.io.StringDocumentSource")(xml)
    manager = _class("org.semanticweb.owlapi.apibinding.OWLManager").createOWLOntologyManager()
    return manager.loadOntologyFromOntologyDocument(source)


def _hermit(xml):
    return _class("org.semanticweb.HermiT.Reasoner")(_read(xml))


def violations(xml):
    profile = _class("org.semanticweb.owlapi.profiles.OWL2DLProfile")()
    return sorted(str(each) for each in profile.checkOntology(_read(xml)).getViolations())


def is_consistent(xml):
    return bool(_hermit(xml).isConsistent())


def unsatisfiable(xml):
    return [str(each) for each in _hermit(xml).getUnsatisfiableClasses().getEntitiesMinusBottom()]
