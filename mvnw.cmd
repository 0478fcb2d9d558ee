@echo off
where mvn >nul 2>nul
if errorlevel 1 (
  echo Maven 3.8 or newer is missing. Install it and run this again. 1>&2
  exit /b 127
)
mvn -f "%~dp0pom.xml" %*
