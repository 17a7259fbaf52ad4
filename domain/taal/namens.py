"""Words of recording for another: who wrote down what an organisation said, and how it came."""

from domain.basis import Functie, Model
from domain.taal.stukken import Stuk
from domain.taal.verzoeken import Kanaal

KANAAL = "hoe u het hoorde; verplicht als u vastlegt wat een ander zei"
STUK = "de brief of mail waar het in staat, als u vastlegt wat een ander zei"


class Namens(Model):
    """That someone else recorded what an organisation said: in which function, by which channel, on which document."""

    door: Functie
    kanaal: Kanaal
    stuk: Stuk | None = None
