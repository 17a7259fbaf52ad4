FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1

# A fixed number, so that the owner of a mounted key can be set outside.
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin opgave \
    && install --directory --owner=opgave --group=opgave /gegevens

WORKDIR /app

# Dependencies first: this layer only changes when the lock does.
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock

COPY pyproject.toml README.md LICENSE worker.py ./
COPY domain domain
COPY workflows workflows
COPY activities activities
COPY register register
COPY runtime runtime
COPY documenten documenten
COPY archief archief
COPY rapporten rapporten
COPY audit audit
COPY starter starter
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

USER opgave
WORKDIR /gegevens
VOLUME ["/gegevens"]

ENTRYPOINT ["opgave", "worker"]
