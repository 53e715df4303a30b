# Built in two steps: compilers and development packages stay behind in the first.
FROM node:20.20.2-bookworm AS build
WORKDIR /qidi
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:20.20.2-bookworm-slim
# Fewer allocation arenas: glibc keeps one a thread otherwise, and an OCR worker has many.
ENV NODE_ENV=production QIDI_HOME=/var/lib/qidi MALLOC_ARENA_MAX=2
WORKDIR /qidi
COPY --from=build /qidi/package.json /qidi/LICENSE ./
COPY --from=build /qidi/node_modules ./node_modules
COPY --from=build /qidi/dist ./dist
# What `demo` takes in.
COPY --from=build /qidi/samples/files ./samples/files
RUN install -d -o node -g node -m 700 /var/lib/qidi
USER node
VOLUME /var/lib/qidi
# A stop lets work in hand finish: a page takes seconds.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/qidi/dist/cli/index.js"]
CMD ["--help"]
