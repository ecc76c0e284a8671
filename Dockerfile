# syntax=docker/dockerfile:1
# The server: pages, webhooks and durable work. Its steps are the Makefile's, so what runs here is what the tests ran.
#   docker build -t ainews . && docker run -p 8000:8000 -v ainews:/data ainews

FROM python:3.13-slim AS build
# Not pinned: the base image moves on with its security updates, and make with it.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends make \
    && rm -rf /var/lib/apt/lists/*
ENV UV_NO_CACHE=1 UV_COMPILE_BYTECODE=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
# First what changes rarely: the dependencies stay a layer of their own while the code moves on.
COPY Makefile requirements-uv.lock requirements.lock ./
COPY scripts scripts
RUN make deps VENV=/opt/ainews
COPY . .
RUN make install VENV=/opt/ainews

FROM python:3.13-slim
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin ainews \
    && install -d -o ainews -g ainews /data
COPY --from=build /opt/ainews /opt/ainews
COPY --from=build /app /app
# Settings and secrets come with `docker run --env-file`; docs/operating.md lists them.
ENV PATH=/opt/ainews/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    AINEWS_DATABASE_URL=sqlite:////data/ainews.db
WORKDIR /data
VOLUME /data
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["ainews", "serve", "--host", "0.0.0.0", "--port", "8000"]
