#!/usr/bin/env bash
# Makes a certificate for trying the compose stack, and the file by which the nodes trust it. In production, put a real
# certificate into docker/proxy/tls and take JAVA_TOOL_OPTIONS, KC_TRUSTSTORE_PATHS and their volumes out of compose.yaml.
set -euo pipefail
umask 077
mkdir -p "$(dirname "$0")/tls"
cd "$(dirname "$0")/tls"
openssl req -x509 -newkey rsa:3072 -nodes -days 90 -keyout key.pem -out certificate.pem -subj "/CN=pilotage.localhost" \
  -addext "subjectAltName=DNS:pilotage.localhost,DNS:login.pilotage.localhost"
rm -f trusted.p12
keytool -importcert -noprompt -alias pilotage -file certificate.pem -keystore trusted.p12 -storetype PKCS12 \
  -storepass changeit
chmod 755 .
chmod 644 certificate.pem trusted.p12
echo "docker/proxy/tls holds certificate.pem, key.pem and trusted.p12."
