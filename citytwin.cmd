@echo off
rem Runs the tools of CityTwin from a checkout: builds what is missing or stale, then starts Java.
rem   JAVA_HOME      the Java to use (default: the one on the path)
rem   CITYTWIN_OPTS  more options for Java
setlocal
set "CT_HOME=%~dp0"
set "CT_TARGET=%CT_HOME%examples\milan-sharing-cities\target"
set "CT_STAMP=%CT_TARGET%\lib\.stamp"

set "CT_JAVA=java.exe"
if defined JAVA_HOME set "CT_JAVA=%JAVA_HOME%\bin\java.exe"
set "CT_VERSION="
for /f "tokens=3" %%v in ('""%CT_JAVA%" -version 2>&1" ^| findstr /i " version "') do if not defined CT_VERSION set "CT_VERSION=%%~v"
if not defined CT_VERSION (
  echo citytwin: no Java found. Maybe install a JDK 17 or newer, or set JAVA_HOME. 1>&2
  exit /b 1
)
set "CT_MAJOR="
for /f "delims=.-+" %%m in ("%CT_VERSION%") do set "CT_MAJOR=%%m"
if %CT_MAJOR% LSS 17 (
  echo citytwin: Java 17 or newer is needed, but "%CT_JAVA%" is %CT_VERSION%. Maybe set JAVA_HOME. 1>&2
  exit /b 1
)

if not exist "%CT_STAMP%" goto build
powershell -NoProfile -Command "$h=$env:CT_HOME; $t=(Get-Item -Force -LiteralPath $env:CT_STAMP).LastWriteTimeUtc; $f=@(Get-Item -LiteralPath ($h+'pom.xml'))+@(Get-ChildItem -Recurse -Path ($h+'twin-*'),($h+'examples')); if ($f | Where-Object { $_.FullName -notmatch '\\target\\' -and ($_.FullName -match '\\src\\main(\\|$)' -or $_.Name -eq 'pom.xml') -and $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

:build
echo citytwin: building, this happens after a change only ... 1>&2
if exist "%CT_TARGET%\lib" rmdir /s /q "%CT_TARGET%\lib"
if not exist "%CT_TARGET%" mkdir "%CT_TARGET%"
type nul > "%CT_TARGET%\.started"
pushd "%CT_HOME%"
call "%CT_HOME%mvnw.cmd" -q -B -Pfast -Dmaven.test.skip package 1>&2
if errorlevel 1 (
  popd
  echo citytwin: the build failed, see above. 1>&2
  exit /b 1
)
popd
move /y "%CT_TARGET%\.started" "%CT_STAMP%" >nul

:run
set "CT_TIERS=1"
if "%~1"=="demo" set "CT_TIERS=4"
"%CT_JAVA%" -XX:TieredStopAtLevel=%CT_TIERS% -XX:+UseSerialGC -Xmn256m -Xshare:auto -Dfile.encoding=UTF-8 %CITYTWIN_OPTS% -cp "%CT_TARGET%\lib\*" io.citytwin.core.spi.ToolLauncher %*
exit /b %errorlevel%
