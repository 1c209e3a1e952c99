import openeom
import pytest


@pytest.fixture(scope="session", params=["kazakhstan-2012", "norlandia-2027"])
def dossier(request):
    return openeom.open(f"example:{request.param}")


@pytest.fixture(scope="session")
def kazakhstan():
    return openeom.open("example:kazakhstan-2012")
