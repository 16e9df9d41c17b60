# syntax=docker/dockerfile:1
# A silo of a cluster, and the operators' commands (rotate-keys, audit-ledger, export, import). Built from the root of the repository:
#   docker build -f deploy/containers/Silo.Dockerfile -t platform-silo .

# On the builder's own processor, for whichever the image is for: compiling under emulation takes many times as long.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /src
# First only what names packages: while that stays the same, so does the layer with them.
COPY Directory.Build.props Directory.Packages.props ./
COPY Blobs/Blobs.csproj Blobs/
COPY Drawing/Drawing.csproj Drawing/
COPY Grains/Grains.csproj Grains/
COPY Grains.Interfaces/Grains.Interfaces.csproj Grains.Interfaces/
COPY Silo/Silo.csproj Silo/
RUN dotnet restore Silo/Silo.csproj -a $TARGETARCH -p:PublishReadyToRun=true
COPY . .
# For one kind of processor: otherwise the libraries for all others come too, half a gigabyte. Style is checked where code is reviewed.
# Compiled ahead, which makes a start a quarter shorter; what runs often is compiled again, and better, while it runs.
RUN dotnet publish Silo/Silo.csproj -c Release -a $TARGETARCH --self-contained false --no-restore -p:PublishReadyToRun=true -p:RunAnalyzers=false -p:DebugType=none -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Jobs are drawn here; with ffmpeg their animations come as films too.
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/*
# Where files are without a bucket. A new volume gets the owner that the folder has here.
RUN install -d -o $APP_UID -g $APP_UID /data
WORKDIR /app
COPY --from=build /app .
ENV Operations__Port=8081 \
    Platform__DataDirectory=/data
# Silos, front doors, and probes with Prometheus: none of them asks who is there, so none is ever published.
EXPOSE 11111 30000 8081
VOLUME /data
USER $APP_UID
STOPSIGNAL SIGTERM
# There is no curl in the image, and no need of one. Kubernetes ignores this and asks by itself.
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<> /dev/tcp/127.0.0.1/8081 && printf 'GET /readyz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]"]
ENTRYPOINT ["dotnet", "Platform.Silo.dll"]
