# The service in a container. docs/operating.md tells how to run it.
FROM rust:1.95-bookworm AS build
WORKDIR /src
COPY . .
RUN cargo build --locked --release

FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="Xiaoqi" \
      org.opencontainers.image.description="A sparring partner for customer-service conversations" \
      org.opencontainers.image.licenses="MIT OR Apache-2.0"
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /var/lib/xiaoqi xiaoqi \
    && install -d -o xiaoqi -g xiaoqi -m 0700 /var/lib/xiaoqi /var/cache/xiaoqi
COPY --from=build /src/target/release/xiaoqi /usr/local/bin/xiaoqi
ENV XIAOQI_DATA=/var/lib/xiaoqi \
    XIAOQI_CACHE=/var/cache/xiaoqi
VOLUME ["/var/lib/xiaoqi"]
WORKDIR /var/lib/xiaoqi
USER 10001:10001
# Alive, not ready: a network that is down is not cured by a restart.
HEALTHCHECK --interval=30s --timeout=10s --start-period=2m --retries=3 CMD ["/usr/local/bin/xiaoqi", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/local/bin/xiaoqi"]
CMD ["serve"]
