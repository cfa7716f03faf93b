# One image for every part: which part a container is, its command says.
FROM node:24-bookworm-slim AS build
WORKDIR /hub
COPY package.json package-lock.json tsconfig.json tsconfig.build.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /hub
ENV NODE_ENV=production
COPY --from=build /hub ./
# A volume takes the owner of the folder it is mounted on: one for each minter's key, or the migration could not write it.
RUN mkdir -p /var/lib/hub /keys/gateway /keys/ingest /keys/team-feed /keys/death-feed /keys/notice-feed /keys/attention-feed /keys/change-feed /keys/calendar-feed /keys/quality-feed /keys/cohort-feed \
      /keys/pep-duty /keys/linked-rolls /keys/doors \
  && chown -R node:node /var/lib/hub /keys
USER node
ENTRYPOINT ["node", "--max-semi-space-size=64", "dist/cli/hub.js"]
